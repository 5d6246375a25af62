/** The package ships no types; only the English list is used. */
declare module "stopword" {
  /** English words too common to tell documents apart. */
  export const eng: string[];
}
