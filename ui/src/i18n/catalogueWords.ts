/** Words of the catalogue's own fields, which are Chinese data and not text of the screens. */

/** In a material's form: a copy is taken. */
export const COPY = '复印'
