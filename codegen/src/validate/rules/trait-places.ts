import type { Member, Model, Shape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import { membersOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";
import { aType, orList } from "../text.js";
import { type Place, placeOfTrait } from "../trait-places.js";

/** Traits stand on shapes that they have a meaning for. */
export const traitPlaces: Rule = ({ model, shapes, error, warning }) => {
  for (const shape of shapes) {
    for (const id of Object.keys(shape.traits)) {
      const place = placeOfTrait(id);
      if (!place) continue;
      const types = place.on ?? (place.within && !place.data ? [] : (place.data ?? []));
      if (types.includes(shape.type)) continue;
      const expected = types.length > 0 ? `it on ${orList(types.map(aType))}` : memberOf(place);
      error(shape.id, `found the trait ${id} on ${aType(shape.type)}, expected ${expected}`, id);
    }
    const needsError = ["httpError", "retryable"].filter((name) => hasTrait(shape, name));
    for (const name of needsError) {
      if (hasTrait(shape, "error")) continue;
      error(shape.id, `found the trait smithy.api#${name} without smithy.api#error, expected both`);
    }
    if (hasTrait(shape, "sensitive") && ["operation", "resource", "service"].includes(shape.type)) {
      error(
        shape.id,
        `found the trait smithy.api#sensitive on ${aType(shape.type)}, expected it on data`,
      );
    }
    for (const member of membersOf(shape)) {
      checkMember(model, shape, member, error);
      if (hasTrait(member, "sensitive")) {
        warning(
          member.id,
          "found the trait smithy.api#sensitive on a member, expected it on the target",
        );
      }
    }
    checkTokens(shape, error);
  }
};

type Report = Parameters<Rule>[0]["error"];

const checkMember = (model: Model, shape: Shape, member: Member, error: Report): void => {
  const type = model.shapes.get(member.target)?.type;
  for (const id of Object.keys(member.traits)) {
    const place = placeOfTrait(id);
    if (!place) continue;
    if (!place.within?.includes(shape.type)) {
      error(
        member.id,
        `found the trait ${id} on a member of ${aType(shape.type)}, expected ${memberOf(place)}`,
        id,
      );
    } else if (place.data && type !== undefined && !place.data.includes(type)) {
      error(
        member.id,
        `found the trait ${id} on ${aType(type)}, expected it on ${orList(place.data.map(aType))}`,
        id,
      );
    }
  }
};

const checkTokens = (shape: Shape, error: Report): void => {
  const tokens = membersOf(shape).filter((member) => hasTrait(member, "idempotencyToken"));
  for (const member of tokens.slice(1)) {
    error(
      member.id,
      "found a second member with the trait smithy.api#idempotencyToken, expected one",
    );
  }
};

const memberOf = ({ within, on }: Place): string => {
  if (within) return `it on a member of ${orList(within.map(aType))}`;
  return on ? `it on ${orList(on.map(aType))}` : "it on the target";
};
