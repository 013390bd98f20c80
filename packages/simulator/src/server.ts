export { type RunningServer, type ServerOptions, startServer } from "./server/start-server.js";
export type { Durability } from "./server/store.js";
export type { LogLevel } from "./server/request-log.js";
export { parseFault } from "./server/parse-fault.js";
