import { isInherited } from "./names.js";
import { runtime } from "./runtime.js";
import {
  type Expression,
  type Statement,
  assign,
  call,
  entry,
  literal,
  member,
  name,
  nonNull,
  object,
  run,
} from "./tree.js";

/** A member of a value: `input.name`, or where objects inherit that name, its own property only. */
export const ownMember = (of: Expression, key: string): Expression =>
  isInherited(key) ? call(runtime.internal.ownMember, of, literal(key)) : member(of, key);

/** The same where a check before it has seen that the member is there. */
export const presentMember = (of: Expression, key: string): Expression =>
  isInherited(key) ? nonNull(ownMember(of, key)) : member(of, key);

/** Sets a member. Setting `__proto__` would change the prototype instead: it is defined. */
export const setMember = (of: Expression, key: string, value: Expression): Statement =>
  key === "__proto__"
    ? run(
        call(
          member(name("Object"), "defineProperty"),
          of,
          literal(key),
          object([
            entry("configurable", literal(true)),
            entry("enumerable", literal(true)),
            entry("writable", literal(true)),
            entry("value", value),
          ]),
        ),
      )
    : assign(member(of, key), value);
