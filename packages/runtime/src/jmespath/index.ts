/** What compiled JMESPath expressions are made of. */
export { allStringEquals, anyStringEquals, compare, equals } from "./compare.js";
export {
  asArray,
  asComparable,
  asComparables,
  asNumber,
  asNumbers,
  asObject,
  asString,
  asStrings,
  present,
} from "./expect.js";
export {
  avg,
  contains,
  max,
  maxBy,
  min,
  minBy,
  reverse,
  sort,
  sortBy,
  sum,
  toArray,
  toNumber,
  toText,
} from "./functions.js";
export { attempt } from "./jmespath-error.js";
export { plain } from "./plain.js";
export {
  element,
  elements,
  entry,
  field,
  keys,
  length,
  memberValues,
  slice,
  values,
  when,
  withoutMetadata,
} from "./select.js";
export { and, isTruthy, or } from "./truth.js";
export { typeName } from "./type-name.js";
