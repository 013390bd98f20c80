/** Whether JMESPath takes a value for true: all but null, false and what is empty. */
export const isTruthy = (value: unknown): boolean => {
  if (value == null || value === false || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== "object" || Object.values(value).some((member) => member !== undefined);
};

/** The left value if it is true, else the right one. */
export const or = <A, B>(left: A, right: () => B): A | B => (isTruthy(left) ? left : right());

/** The right value if the left one is true, else the left one. */
export const and = <A, B>(left: A, right: () => B): A | B => (isTruthy(left) ? right() : left);
