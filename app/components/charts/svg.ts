/** A finished drawing as markup. Only the charts make one, so nothing else can be put on a page as markup. */
export type Svg = string & { readonly __brand: "Svg" };

// The colours and the type of `styles/_palette.scss`, again: a drawing that is taken away has no stylesheet with it.
export const INK = "#2b2029";
export const SOFT_INK = "#5d4f59";
export const LINE = "#dfd4c6";
export const PLUM = "#64285e";
export const PLUM_HAZE = "#e6d0e1";
export const AMBER = "#a8560a";
export const PAPER = "#fdfaf5";
export const FONT = "'Figtree Variable', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/** Drawn for the narrowest telephone and enlarged from there: the server cannot know how wide the reader's screen is. */
export const WIDTH = 380;
/** So that a line at either end of the axis is drawn whole. */
export const EDGE = 1;
