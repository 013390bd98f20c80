/** A plain object with keys that may be anything, `__proto__` and `constructor` included. */
export type Properties = Record<string, unknown>;

/** Whether the value is an object with properties: neither null nor a list. */
export const isProperties = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object's own property; never one of `Object.prototype`. */
export const getOwn = (of: object, name: string): unknown =>
  Object.hasOwn(of, name) ? (of as Properties)[name] : undefined;

/** Sets an own property, even one called `__proto__`. */
export const setOwn = (of: object, name: string, value: unknown): void => {
  if (name === "__proto__") {
    Object.defineProperty(of, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    (of as Properties)[name] = value;
  }
};
