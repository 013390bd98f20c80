import { functionOf } from "./function-names.js";
import type { Facts } from "../../facts/facts.js";
import { isSparse, type TimestampFormat, timestampFormat } from "../../facts/members.js";
import { type Member, dataShapeOf } from "../../model/model.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";

/** Functions of the runtime that turn single values into JSON and back. */
const TIMESTAMPS: Record<TimestampFormat, { write: string; read: string }> = {
  "epoch-seconds": { write: "writeEpochSeconds", read: "readEpochSeconds" },
  "date-time": { write: "writeDateTime", read: "readDateTime" },
  "http-date": { write: "writeHttpDate", read: "readHttpDate" },
};

/** Writes the code that turns members into JSON and back, for one file. */
export class JsonCode {
  constructor(
    readonly facts: Facts,
    readonly imports: Imports,
    /** The module of a shape's codec, seen from the file. */
    readonly codec: (typeName: string) => string,
    /** Whether what is read was parsed exactly: numbers may be no `number` yet. */
    readonly exact = false,
  ) {}

  /**
   * An expression for the JSON of `value`, which may be null or undefined; those become undefined and
   * stay out. `present` is the same value where it has been seen to be there.
   */
  write(member: Member, value: string, present = value): string {
    const convert = this.#writer(member);
    if (convert === undefined) return `${value} ?? undefined`;
    return `${value} == null ? undefined : ${convert(present, 0)}`;
  }

  /** The same where `value` is known to be there. */
  writePresent(member: Member, value: string): string {
    return this.#writer(member)?.(value, 0) ?? value;
  }

  /** An expression for the value that the JSON `value` stands for; undefined where they are the same. */
  read(member: Member, value: string): string | undefined {
    return this.#reader(member)?.(value, 0);
  }

  #writer(member: Member): Convert | undefined {
    const { model, names } = this.facts;
    const shape = dataShapeOf(model, member.target);
    const call = (name: string): Convert => {
      const fn = () => this.imports.value(name, RUNTIME);
      return (value) => `${fn()}(${value})`;
    };
    switch (shape.type) {
      case "structure":
      case "union": {
        if (shape.id === "smithy.api#Unit") return () => "{}";
        const type = names.type(shape.id);
        return (value) =>
          `${this.imports.value(functionOf("write", type), this.codec(type))}(${value})`;
      }
      case "list":
        return this.#each(
          this.#writer(shape.member),
          isSparse(model, shape.id),
          "write",
          "JsonList",
        );
      case "map":
        return this.#each(this.#writer(shape.value), isSparse(model, shape.id), "write", "JsonMap");
      case "timestamp":
        return call(TIMESTAMPS[timestampFormat(model, member, "epoch-seconds")].write);
      case "blob":
        return call("writeBlob");
      case "float":
      case "double":
        return call("writeFloat");
      case "document":
        return call("writeDocument");
      default:
        return undefined;
    }
  }

  #reader(member: Member): Convert | undefined {
    const { model, names } = this.facts;
    const shape = dataShapeOf(model, member.target);
    const call = (name: string): Convert => {
      return (value) => `${this.imports.value(name, RUNTIME)}(${value})`;
    };
    switch (shape.type) {
      case "structure":
      case "union": {
        if (shape.id === "smithy.api#Unit") return () => "{}";
        const type = names.type(shape.id);
        return (value) =>
          `${this.imports.value(functionOf("read", type), this.codec(type))}(${value})`;
      }
      case "list":
        return this.#each(
          this.#reader(shape.member),
          isSparse(model, shape.id),
          "read",
          "JsonList",
        );
      case "map":
        return this.#each(this.#reader(shape.value), isSparse(model, shape.id), "read", "JsonMap");
      case "timestamp": {
        const format = timestampFormat(model, member, "epoch-seconds");
        const read = call(TIMESTAMPS[format].read);
        return this.exact && format === "epoch-seconds"
          ? (value) => read(`Number(${value})`, 0)
          : read;
      }
      case "blob":
        return call("readBlob");
      case "float":
      case "double":
        return call("readFloat");
      case "bigInteger":
        return call("readBigInteger");
      case "bigDecimal":
        return call("readBigDecimal");
      case "byte":
      case "short":
      case "integer":
      case "long":
      case "intEnum":
        return this.exact ? (value) => `Number(${value})` : undefined;
      case "document":
        return this.exact ? call("readDocument") : undefined;
      default:
        return undefined;
    }
  }

  /** Converts each item of a list or value of a map; `null` goes where there can be none. */
  #each(
    item: Convert | undefined,
    sparse: boolean,
    verb: "read" | "write",
    kind: "JsonList" | "JsonMap",
  ): Convert | undefined {
    if (item === undefined && sparse) return undefined;
    const fn = sparse ? `${verb}Sparse${kind}` : `${verb}${kind}`;
    return (value, depth) => {
      const each = item ? `, ${lambda(item, depth)}` : "";
      return `${this.imports.value(fn, RUNTIME)}(${value}${each})`;
    };
  }
}

/** Code for a value that is there; `depth` keeps the names of nested arrow functions apart. */
type Convert = (value: string, depth: number) => string;

/** `readUser`, or `(item) => readList(item, …)`. */
const lambda = (convert: Convert, depth: number): string => {
  const name = depth === 0 ? "item" : `item${depth + 1}`;
  const code = convert(name, depth + 1);
  const direct = /^([A-Za-z_$][\w$]*)\(([\w$]+)\)$/.exec(code);
  return direct?.[2] === name && direct[1] ? direct[1] : `(${name}) => ${code}`;
};
