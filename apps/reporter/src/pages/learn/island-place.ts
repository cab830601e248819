/** Id of the place in a guidance page that the page's script fills; without scripts it holds plain links. */
export const ISLAND_ID = "island"
