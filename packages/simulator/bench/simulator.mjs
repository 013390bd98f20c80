// The part of the package that needs no msw, as it is built.
import { startServer } from "../dist/es/server.js";

const server = await startServer();
/** The class itself. */
export const Simulator = server.simulator.constructor;
await server.close();
