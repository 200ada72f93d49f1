/** Paths beside the purposes: where residents are looked up, and where consents come in. */
export const RESIDENT_LOOK_UPS = '/residents/look-ups';
export const CONSENTS = '/consents';
