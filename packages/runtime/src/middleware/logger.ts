import { NoOpLogger } from "@smithy/smithy-client";
import type { InitializeMiddleware, MetadataBearer } from "@smithy/types";

/** Tells the logger about each call, with sensitive members blanked out. */
export const loggerMiddleware: InitializeMiddleware<object, MetadataBearer> =
  (next, context) => (args) => {
    const { logger } = context;
    if (logger === undefined || logger instanceof NoOpLogger) return next(args);

    const { clientName, commandName } = context;
    const input: unknown = context["inputFilterSensitiveLog"](args.input);
    return next(args).then(
      (result) => {
        const { $metadata: metadata, ...output } = result.output;
        logger.info?.({
          clientName,
          commandName,
          input,
          output: context["outputFilterSensitiveLog"](output),
          metadata,
        });
        return result;
      },
      (error: unknown) => {
        const metadata = (error as Partial<MetadataBearer> | undefined)?.$metadata;
        logger.error?.({ clientName, commandName, input, error, metadata });
        throw error;
      },
    );
  };
