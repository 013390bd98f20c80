import { createBot } from "./bots/create-bot.js";
import { deleteBot } from "./bots/delete-bot.js";
import { getBot } from "./bots/get-bot.js";
import { getBotsCount } from "./bots/get-bots-count.js";
import { listBots } from "./bots/list-bots.js";
import { updateBot } from "./bots/update-bot.js";
import { createDataRetentionBotChallenge } from "./data-retention/create-data-retention-bot-challenge.js";
import { createDataRetentionBot } from "./data-retention/create-data-retention-bot.js";
import { deleteDataRetentionBot } from "./data-retention/delete-data-retention-bot.js";
import { getDataRetentionBot } from "./data-retention/get-data-retention-bot.js";
import { updateDataRetention } from "./data-retention/update-data-retention.js";
import { batchResetDevicesForUser } from "./devices/batch-reset-devices-for-user.js";
import { listDevicesForUser } from "./devices/list-devices-for-user.js";
import { getGuestUserHistoryCount } from "./guests/get-guest-user-history-count.js";
import { listBlockedGuestUsers } from "./guests/list-blocked-guest-users.js";
import { listGuestUsers } from "./guests/list-guest-users.js";
import { updateGuestUser } from "./guests/update-guest-user.js";
import { createNetwork } from "./networks/create-network.js";
import { deleteNetwork } from "./networks/delete-network.js";
import { getNetworkSettings } from "./networks/get-network-settings.js";
import { getNetwork } from "./networks/get-network.js";
import { listNetworks } from "./networks/list-networks.js";
import { updateNetworkSettings } from "./networks/update-network-settings.js";
import { updateNetwork } from "./networks/update-network.js";
import { createSecurityGroup } from "./security-groups/create-security-group.js";
import { deleteSecurityGroup } from "./security-groups/delete-security-group.js";
import { getSecurityGroup } from "./security-groups/get-security-group.js";
import { listSecurityGroupUsers } from "./security-groups/list-security-group-users.js";
import { listSecurityGroups } from "./security-groups/list-security-groups.js";
import { updateSecurityGroup } from "./security-groups/update-security-group.js";
import { getOpentdfConfig } from "./opentdf/get-opentdf-config.js";
import { registerOpentdfConfig } from "./opentdf/register-opentdf-config.js";
import { getOidcInfo } from "./sso/get-oidc-info.js";
import { registerOidcConfigTest } from "./sso/register-oidc-config-test.js";
import { registerOidcConfig } from "./sso/register-oidc-config.js";
import { batchCreateUser } from "./users/batch-create-user.js";
import { batchDeleteUser } from "./users/batch-delete-user.js";
import { batchLookupUserUname } from "./users/batch-lookup-user-uname.js";
import { batchReinviteUser } from "./users/batch-reinvite-user.js";
import { batchToggleUserSuspendStatus } from "./users/batch-toggle-user-suspend-status.js";
import { getUser } from "./users/get-user.js";
import { getUsersCount } from "./users/get-users-count.js";
import { listUsers } from "./users/list-users.js";
import { updateUser } from "./users/update-user.js";
import type { OperationHandler, OperationName } from "./operation.js";

/** What each operation does. An operation of the client that is missing here is a type error. */
export const operations: { readonly [Name in OperationName]: OperationHandler<Name> } = {
  BatchCreateUser: batchCreateUser,
  BatchDeleteUser: batchDeleteUser,
  BatchLookupUserUname: batchLookupUserUname,
  BatchReinviteUser: batchReinviteUser,
  BatchResetDevicesForUser: batchResetDevicesForUser,
  BatchToggleUserSuspendStatus: batchToggleUserSuspendStatus,
  CreateBot: createBot,
  CreateDataRetentionBot: createDataRetentionBot,
  CreateDataRetentionBotChallenge: createDataRetentionBotChallenge,
  CreateNetwork: createNetwork,
  CreateSecurityGroup: createSecurityGroup,
  DeleteBot: deleteBot,
  DeleteDataRetentionBot: deleteDataRetentionBot,
  DeleteNetwork: deleteNetwork,
  DeleteSecurityGroup: deleteSecurityGroup,
  GetBot: getBot,
  GetBotsCount: getBotsCount,
  GetDataRetentionBot: getDataRetentionBot,
  GetGuestUserHistoryCount: getGuestUserHistoryCount,
  GetNetwork: getNetwork,
  GetNetworkSettings: getNetworkSettings,
  GetOidcInfo: getOidcInfo,
  GetOpentdfConfig: getOpentdfConfig,
  GetSecurityGroup: getSecurityGroup,
  GetUser: getUser,
  GetUsersCount: getUsersCount,
  ListBlockedGuestUsers: listBlockedGuestUsers,
  ListBots: listBots,
  ListDevicesForUser: listDevicesForUser,
  ListGuestUsers: listGuestUsers,
  ListNetworks: listNetworks,
  ListSecurityGroupUsers: listSecurityGroupUsers,
  ListSecurityGroups: listSecurityGroups,
  ListUsers: listUsers,
  RegisterOidcConfig: registerOidcConfig,
  RegisterOidcConfigTest: registerOidcConfigTest,
  RegisterOpentdfConfig: registerOpentdfConfig,
  UpdateBot: updateBot,
  UpdateDataRetention: updateDataRetention,
  UpdateGuestUser: updateGuestUser,
  UpdateNetwork: updateNetwork,
  UpdateNetworkSettings: updateNetworkSettings,
  UpdateSecurityGroup: updateSecurityGroup,
  UpdateUser: updateUser,
};
