import { extendedEncodeURIComponent } from "@smithy/core/protocols";

/** What can stand in a path; timestamps come formatted. */
export type LabelValue = string | number | bigint | boolean | { toString(): string };

/** The value of a URI label, percent-encoded. Throws where there is none. */
export const label = (value: LabelValue | null | undefined, member: string): string =>
  extendedEncodeURIComponent(labelText(value, member));

/** The value of a greedy URI label: its slashes stay. Throws where there is none. */
export const greedyLabel = (value: LabelValue | null | undefined, member: string): string =>
  labelText(value, member).split("/").map(extendedEncodeURIComponent).join("/");

const labelText = (value: LabelValue | null | undefined, member: string): string => {
  if (value == null) throw new Error(`No value provided for input HTTP label: ${member}.`);

  const text = String(value);
  if (text === "") throw new Error(`Empty value provided for input HTTP label: ${member}.`);

  return text;
};
