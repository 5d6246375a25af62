/** What is told of a text that {@link isOverloaded}. */
export const OVERLOADED = "a letter carries more than 64 marks";

/**
 * Whether a letter of the text carries so many marks that it is no writing. Finding where such a letter ends takes time
 * that grows with the square of its marks, wherever the text is shown.
 */
export function isOverloaded(text: string): boolean {
  return /\p{M}{65}/u.test(text);
}
