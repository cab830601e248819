/**
 * Runs first inside the worker that reads a PDF, as text: it may use nothing from outside of itself. No piece of a PDF
 * unpacks to more than `maxBytes`; a bomb of a few kilobytes that means gigabytes ends as a page without that piece.
 */
export function limitMemory(maxBytes: number): void {
  const scope = globalThis as { Uint8Array: Uint8ArrayConstructor; DecompressionStream?: unknown }
  // The browser's own unpacker gives no say in how much comes out. Without it pdf.js unpacks by its own code, whose
  // buffers grow by doubling, through the door below.
  delete scope.DecompressionStream
  const Real = scope.Uint8Array
  const Limited: Uint8ArrayConstructor = new Proxy(Real, {
    construct(target, args: readonly unknown[], newTarget) {
      if (typeof args[0] === "number" && args[0] > maxBytes) throw new RangeError("more than may be unpacked")
      return Reflect.construct(target, [...args], newTarget === Limited ? target : newTarget)
    },
  })
  scope.Uint8Array = Limited
}
