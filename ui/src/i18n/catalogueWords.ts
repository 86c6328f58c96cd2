/** Words of the catalogue's own fields, which are Chinese data and not text of the screens. */

export type MaterialForm = 'original' | 'copy' | 'originalAndCopy' | 'form' | 'electronic' | 'promise'

/** In which form a material is handed in, by the catalogue's word. */
export const MATERIAL_FORMS: Readonly<Record<string, MaterialForm>> = {
  原件: 'original',
  复印件: 'copy',
  原件及复印件: 'originalAndCopy',
  表格: 'form',
  电子: 'electronic',
  承诺书: 'promise',
}

export type HandlingMode = 'onTheSpot' | 'online' | 'nearby' | 'once'

/** In which ways a matter is handled, by the catalogue's word, in the order of the policy. */
export const HANDLING_MODES: Readonly<Record<string, HandlingMode>> = {
  马上办: 'onTheSpot',
  网上办: 'online',
  就近办: 'nearby',
  一次办: 'once',
}
