import licence from './licence.json' with { type: 'json' }

/** What every export says of its licence: of Chancery, of the codebook, and of the texts cited. */
export const LICENCE_NOTE: string = licence.note

/** The address of the licence that `LICENCE_NOTE` names first. */
export const LICENCE_URL: string = licence.url
