import * as wickr from "@wickr-admin/client";
import type { ClientModule } from "./client-module.js";

/** The generated Wickr client. */
export const wickrClientModule: ClientModule = {
  Client: wickr.WickrClient as never,
  exports: { ...wickr },
};
