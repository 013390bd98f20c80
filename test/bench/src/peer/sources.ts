import {
  type EnumShape,
  type OperationShape,
  type StructureShape,
  nameOf,
  trait,
} from "@wickr-admin/codegen";
import { schemasFile } from "./schemas.js";
import type { PaginatedTrait, PeerService } from "./service.js";

/** The files that differ from service to service, by their path in `dist-es`. */
export const peerSources = (service: PeerService): Map<string, string> => {
  const { name, operations } = service;
  const paginated = operations.filter((operation) => trait(operation, "paginated"));
  const exportAll = (names: readonly string[]): string =>
    names.map((file) => `export * from "./${file}";\n`).join("");
  return new Map([
    ...operations.map((operation) => commandFile(operation)),
    ["commands/index.js", exportAll(operations.map(({ id }) => `${nameOf(id)}Command`))],
    ...paginated.map((operation) => paginatorFile(service, operation)),
    ["pagination/index.js", exportAll(paginated.map(({ id }) => `${nameOf(id)}Paginator`))],
    ["schemas/schemas_0.js", schemasFile(service)],
    ["models/enums.js", enumsFile(service)],
    ["models/errors.js", errorsFile(service)],
    [`${name}.js`, aggregatedClientFile(service, paginated)],
    ["index.js", indexFile(name)],
  ]);
};

const commandFile = ({ id }: OperationShape): [string, string] => {
  const name = nameOf(id);
  return [
    `commands/${name}Command.js`,
    `import { _ep0, _mw0, command } from "../commandBuilder";
import { ${name}$ } from "../schemas/schemas_0";
export class ${name}Command extends command(_ep0, _mw0, "${name}", ${name}$) {
}
`,
  ];
};

const paginatorFile = (service: PeerService, operation: OperationShape): [string, string] => {
  const name = nameOf(operation.id);
  const client = `${service.name}Client`;
  const { inputToken, outputToken, pageSize }: PaginatedTrait = {
    ...service.paginated,
    ...(trait(operation, "paginated") as PaginatedTrait),
  };
  const args = [inputToken, outputToken, pageSize ?? ""].map((text) => JSON.stringify(text));
  return [
    `pagination/${name}Paginator.js`,
    `import { createPaginator } from "@smithy/core";
import { ${name}Command } from "../commands/${name}Command";
import { ${client} } from "../${client}";
export const paginate${name} = createPaginator(${client}, ${name}Command, ${args.join(", ")});
`,
  ];
};

const enumsFile = ({ model }: PeerService): string =>
  [...model.shapes.values()]
    .filter((shape): shape is EnumShape => shape.type === "enum" || shape.type === "intEnum")
    .map((shape) => {
      const values = [...shape.members.values()].map((member) => {
        const value = JSON.stringify(trait(member, "enumValue"));
        // An intEnum of the official generator maps both ways.
        return shape.type === "enum"
          ? `    ${member.name}: ${value},\n`
          : `    ${member.name}: ${value},\n    ${value}: "${member.name}",\n`;
      });
      return `export const ${nameOf(shape.id)} = {\n${values.join("")}};\n`;
    })
    .join("");

const errorsFile = ({ name, namespace, errors }: PeerService): string =>
  `import { ${name}ServiceException as __BaseException } from "./${name}ServiceException";\n` +
  errors.map((error) => errorClass(namespace, error)).join("");

const errorClass = (namespace: string, error: StructureShape): string => {
  const name = nameOf(error.id);
  const fault = JSON.stringify(trait(error, "error"));
  const members = [...error.members.keys()].filter((member) => member !== "message");
  return `export class ${name} extends __BaseException {
    static shapeId = "${namespace}#${name}";
    name = "${name}";
    $fault = ${fault};
${members.map((member) => `    ${member};\n`).join("")}    constructor(opts) {
        super({
            name: "${name}",
            $fault: ${fault},
            ...opts,
        });
        Object.setPrototypeOf(this, ${name}.prototype);
${members.map((member) => `        this.${member} = opts.${member};\n`).join("")}    }
}
`;
};

const aggregatedClientFile = (
  { name, operations }: PeerService,
  paginated: readonly OperationShape[],
): string => {
  const commands = operations.map(({ id }) => `${nameOf(id)}Command`);
  const paginators = paginated.map(({ id }) => nameOf(id));
  return `import { createAggregatedClient } from "@smithy/core/client";
${commands.map((command) => `import { ${command} } from "./commands/${command}";\n`).join("")}${paginators
    .map((of) => `import { paginate${of} } from "./pagination/${of}Paginator";\n`)
    .join("")}import { ${name}Client } from "./${name}Client";
const commands = { ${commands.join(", ")} };
const paginators = { ${paginators.map((of) => `paginate${of}`).join(", ")} };
export class ${name} extends ${name}Client {
}
createAggregatedClient(commands, ${name}, { paginators });
`;
};

const indexFile = (name: string): string => `export * from "./${name}Client";
export * from "./${name}";
export * from "./commands";
export { Command as $Command } from "@smithy/core/client";
export * from "./pagination";
export * from "./schemas/schemas_0";
export * from "./models/enums";
export * from "./models/errors";
export { ${name}ServiceException } from "./models/${name}ServiceException";
`;
