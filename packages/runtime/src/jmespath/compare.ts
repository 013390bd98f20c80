const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values are the same all the way down. What is missing equals null. */
export const equals = (left: unknown, right: unknown): boolean => {
  if (left == null || right == null) return left == null && right == null;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => equals(item, right[index]));

  if (!isObject(left) || !isObject(right)) return left === right;
  const set = (value: object) =>
    Object.values(value).filter((member) => member !== undefined).length;
  return (
    set(left) === set(right) &&
    Object.entries(left).every(
      ([name, member]) =>
        member === undefined ||
        (Object.hasOwn(right, name) && right[name] !== undefined && equals(member, right[name])),
    )
  );
};

/** Which of two numbers is greater; nothing where one of them is no number. */
export const compare = (
  left: unknown,
  operator: "<" | "<=" | ">" | ">=",
  right: unknown,
): boolean | undefined => {
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
};

/** Whether a list holds at least one value and nothing but this text. */
export const allStringEquals = (values: unknown, expected: string): boolean =>
  Array.isArray(values) && values.length > 0 && values.every((value) => value === expected);

/** Whether a list holds this text. */
export const anyStringEquals = (values: unknown, expected: string): boolean =>
  Array.isArray(values) && values.includes(expected);
