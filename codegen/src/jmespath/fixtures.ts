import { loadAsts } from "../load/load.js";
import type { Json, Model } from "../model/model.js";
import { type Root } from "./root.js";

/** Names of shapes in the fixture's namespace. */
export const id = (name: string): string => `test#${name}`;

/** A structure of the AST from member names to targets; `!` marks what is required. */
const structure = (members: Readonly<Record<string, string>>): Json => ({
  type: "structure",
  members: Object.fromEntries(
    Object.entries(members).map(([name, target]) => [
      name,
      {
        target: target.includes("#") ? target.replace("!", "") : id(target.replace("!", "")),
        ...(target.endsWith("!") && { traits: { "smithy.api#required": {} } }),
      },
    ]),
  ),
});

const list = (member: string, sparse = false): Json => ({
  type: "list",
  member: { target: member.includes("#") ? member : id(member) },
  ...(sparse && { traits: { "smithy.api#sparse": {} } }),
});

const map = (value: string): Json => ({
  type: "map",
  key: { target: "smithy.api#String" },
  value: { target: value.includes("#") ? value : id(value) },
});

/** A model with a bit of everything that expressions can look at. */
export const model: Model = loadAsts([
  {
    file: "test.json",
    ast: {
      smithy: "2.0",
      shapes: {
        [id("Output")]: structure({
          name: "smithy.api#String",
          title: "smithy.api#String!",
          count: "smithy.api#Integer",
          total: "smithy.api#Integer!",
          active: "smithy.api#Boolean",
          ready: "smithy.api#Boolean!",
          state: "State",
          level: "Level",
          tags: "Strings",
          labels: "Strings!",
          gaps: "SparseStrings",
          numbers: "Numbers",
          matrix: "Matrix",
          devices: "Devices",
          required: "Devices!",
          groups: "Groups",
          owner: "Device",
          keeper: "Device!",
          attributes: "Attributes",
          byName: "DeviceMap",
          choice: "Choice",
          document: "smithy.api#Document",
          createdAt: "smithy.api#Timestamp",
          dates: "Dates",
          bytes: "smithy.api#Blob",
          big: "smithy.api#BigInteger",
        }),
        [id("Input")]: structure({ name: "smithy.api#String", tags: "Strings!" }),
        [id("State")]: {
          type: "enum",
          members: Object.fromEntries(
            ["on", "off"].map((value) => [
              value.toUpperCase(),
              { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
            ]),
          ),
        },
        [id("Level")]: {
          type: "intEnum",
          members: Object.fromEntries(
            [1, 2].map((value) => [
              `L${value}`,
              { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
            ]),
          ),
        },
        [id("Device")]: structure({
          id: "smithy.api#String!",
          name: "smithy.api#String",
          size: "smithy.api#Integer",
          on: "smithy.api#Boolean",
          tags: "Strings",
          parts: "Devices",
          parent: "Device",
        }),
        [id("Group")]: structure({
          name: "smithy.api#String!",
          devices: "Devices",
          members: "Devices!",
        }),
        [id("Choice")]: {
          ...(structure({ text: "smithy.api#String", device: "Device" }) as object),
          type: "union",
        },
        [id("Strings")]: list("smithy.api#String"),
        [id("SparseStrings")]: list("smithy.api#String", true),
        [id("Numbers")]: list("smithy.api#Integer"),
        [id("Matrix")]: list("Numbers"),
        [id("Devices")]: list("Device"),
        [id("Groups")]: list("Group"),
        [id("Dates")]: list("smithy.api#Timestamp"),
        [id("Attributes")]: map("smithy.api#String"),
        [id("DeviceMap")]: map("Device"),
        [id("AnyOutput")]: structure({ value: "smithy.api#Document!" }),
      },
    },
  },
]).model;

export const OUTPUT: Root = id("Output");
export const BOTH: Root = { input: id("Input"), output: id("Output") };
