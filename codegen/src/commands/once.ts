import { InvalidArgumentError } from "commander";

/** A parser of an option that may be given once: of two values, nobody knows which one is meant. */
export const once = <T = string>(
  parse: (text: string) => T = (text) => text as T,
): ((text: string) => T) => {
  let isGiven = false;
  return (text) => {
    if (isGiven) throw new InvalidArgumentError("It was given before, expected it once.");
    isGiven = true;
    return parse(text);
  };
};

/** Text that says something. */
export const notEmpty = (text: string): string => {
  if (text.trim() === "") throw new InvalidArgumentError("Found nothing, expected a name.");
  return text;
};
