/** A day of the week as ISO 8601 numbers them: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** All seven, Monday first. */
export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Monday to Friday. */
export const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Saturday and Sunday. */
export const WEEKEND: readonly Weekday[] = [6, 7];
