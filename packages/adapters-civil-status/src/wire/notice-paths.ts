/** Where notices come in, below the receiver's base address. */
export const BIRTH_NOTICES = '/notices/births';
export const DEATH_NOTICES = '/notices/deaths';
