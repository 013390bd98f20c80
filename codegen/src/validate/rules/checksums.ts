import { CHECKSUM, flexibleChecksumOf } from "../../facts/checksums.js";
import { operationsOf, structureAt, targetOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";
import { aType } from "../text.js";

/** The members that `httpChecksum` names are input members that hold one of a set of texts. */
export const checksums: Rule = ({ model, shapes, error }) => {
  for (const operation of operationsOf(shapes)) {
    const checksum = flexibleChecksumOf(operation);
    if (!checksum) continue;
    for (const name of ["requestAlgorithmMember", "requestValidationModeMember"] as const) {
      const memberName = checksum[name];
      if (memberName === undefined) continue;
      const member = structureAt(model, operation.input)?.members.get(memberName);
      const target = member && targetOf(model, member);
      if (!member) {
        error(
          operation.id,
          `found ${name} "${memberName}" in ${CHECKSUM}, expected a member of ${operation.input}`,
          CHECKSUM,
        );
      } else if (target && target.type !== "enum" && target.type !== "string") {
        error(
          operation.id,
          `found ${name} "${memberName}" in ${CHECKSUM}, ${aType(target.type)}, expected an enum`,
          CHECKSUM,
        );
      }
    }
  }
};
