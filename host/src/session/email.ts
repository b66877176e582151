/** An e-mail address as it is stored and compared. */
export const normalEmail = (typed: string): string => typed.trim().toLowerCase();

/** Tells whether mail could be sent there; whether it arrives is known when it has. */
export const isEmail = (address: string): boolean => /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]+$/.test(address);
