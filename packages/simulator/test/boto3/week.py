"""An administrator's week with the AWS SDK for Python: python3 week.py http://127.0.0.1:4010"""

import datetime
import json
import sys
import urllib.request

import boto3
import botocore.exceptions
from botocore.config import Config

URL = sys.argv[1]
CALLED = set()


def client(key="AKIDEXAMPLE", secret="example-secret"):
    return boto3.client(
        "wickr",
        region_name="us-east-1",
        endpoint_url=URL,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=Config(retries={"max_attempts": 1}),
    )


def happen(name, **body):
    """Lets something happen that no administrator can do."""
    request = urllib.request.Request(
        f"{URL}/_simulator/transitions/{name}",
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json"},
        method="POST",
    )
    return json.load(urllib.request.urlopen(request))


def refused(call, code, status, **arguments):
    try:
        call(**arguments)
    except botocore.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == status, error.response
        return
    raise AssertionError(f"{code} was expected")


admin = client()
KNOWN = set(admin.meta.service_model.operation_names)
admin.meta.events.register("before-call.*.*", lambda model, **_: CALLED.add(model.name))

# Monday: a network with a group, and people in it.
network = admin.create_network(
    networkName="Harbor & Relief", accessLevel="PREMIUM", enablePremiumFreeTrial=True
)["networkId"]
key = "arn:aws:kms:us-east-1:111122223333:key/abc"
admin.update_network(networkId=network, networkName="Harbor Relief", encryptionKeyArn=key)
assert admin.get_network(networkId=network)["networkName"] == "Harbor Relief"
assert network in [n["networkId"] for n in admin.list_networks(sortFields="networkName")["networks"]]
admin.update_network_settings(networkId=network, settings={"readReceiptConfig": {"status": "ENABLED"}})
settings = {s["optionName"]: s["value"] for s in admin.get_network_settings(networkId=network)["settings"]}
assert settings["readReceiptConfig"] == "ENABLED", settings
group = admin.create_security_group(
    networkId=network, name="Field", securityGroupSettings={"lockoutThreshold": 8}
)["securityGroup"]["id"]
admin.update_security_group(
    networkId=network, groupId=group, name="Field Teams", securityGroupSettings={"shredder": {"intensity": 60}}
)
shown = admin.get_security_group(networkId=network, groupId=group)["securityGroup"]
assert shown["securityGroupSettings"]["shredder"] == {"canProcessManually": False, "intensity": 60}
groups = admin.list_security_groups(networkId=network, sortFields="name", sortDirection="ASC")
default = groups["securityGroups"][0]["id"]

# Tuesday: invitations; names as other languages write them.
people = [("a+b@example.com", "Ana Maria"), ("noor@example.com", "Noor"), ("tomas", "Tomas"), ("tomas", "T")]
created = admin.batch_create_user(
    networkId=network,
    users=[
        {"username": name, "firstName": first, "lastName": "Müller + Söhne", "securityGroupIds": [group]}
        for name, first in people
    ],
)
assert [f["field"] for f in created["failed"]] == ["username"], created
ana, noor, tomas = [user["userId"] for user in created["successful"]]
happen("acceptInvitation", networkId=network, userId=ana)
count = admin.get_users_count(networkId=network)
assert (count["pending"], count["active"], count["total"]) == (2, 1, 3), count
for query in [
    {"username": "a+b@example.com"},
    {"firstName": "Ana Maria"},
    {"lastName": "Müller + Söhne", "status": 2},
    {"groupId": group, "status": 2, "sortFields": "lastName+firstName"},
]:
    found = [user["userId"] for user in admin.list_users(networkId=network, **query)["users"]]
    assert found == [ana], (query, found)
pages = admin.get_paginator("list_users").paginate(
    networkId=network, sortFields="username", PaginationConfig={"PageSize": 1}
)
names = [user["username"] for page in pages for user in page["users"]]
assert names == ["tomas", "noor@example.com", "a+b@example.com"], names
refused(admin.list_users, "ValidationError", 422, networkId=network, maxResults=1000)
refused(admin.list_users, "BadRequestError", 400, networkId=network, nextToken="bogus")
assert len(admin.list_security_group_users(networkId=network, groupId=group)["users"]) == 3

# Wednesday: changes.
again = admin.batch_reinvite_user(networkId=network, userIds=[noor, ana])
assert [f["userId"] for f in again["failed"]] == [ana], again
admin.get_user(
    networkId=network,
    userId=ana,
    startTime=datetime.datetime(2025, 1, 1),
    endTime=datetime.datetime(2035, 1, 1),
)
admin.update_user(
    networkId=network, userId=noor, userDetails={"lastName": "Haddad", "securityGroupIds": [default]}
)
uname = admin.list_users(networkId=network, username="tomas")["users"][0]["uname"]
found = admin.batch_lookup_user_uname(networkId=network, unames=[uname, "nobody"])
assert found["successful"] == [{"uname": uname, "username": "tomas"}], found
app = happen("signIn", networkId=network, userId=ana)["appId"]
admin.batch_reset_devices_for_user(networkId=network, userId=ana, appIds=[app])
devices = admin.list_devices_for_user(networkId=network, userId=ana, sortFields="lastlogin+type")["devices"]
assert [(d["appId"], d["statusText"]) for d in devices] == [(app, "Reset")], devices
admin.batch_toggle_user_suspend_status(networkId=network, userIds=[ana], suspend=True)
assert admin.get_user(networkId=network, userId=ana)["suspended"] is True

# Thursday: a bot, and guests.
bot = admin.create_bot(
    networkId=network, username="weatherbot", displayName="Weather", groupId=group, challenge="s3cret"
)["botId"]
happen("botSignsIn", networkId=network, botId=bot, challenge="s3cret")
assert admin.get_bot(networkId=network, botId=bot)["status"] == 2
assert admin.get_bots_count(networkId=network)["total"] == len(admin.list_bots(networkId=network)["bots"])
admin.update_bot(networkId=network, botId=bot, suspend=True)
admin.delete_bot(networkId=network, botId=bot)
guest = happen("guestWrites", networkId=network, username="g@x.example")["usernameHash"]
assert len(admin.list_guest_users(networkId=network)["guestlist"]) == 1
admin.update_guest_user(networkId=network, usernameHash=guest, block=True)
assert len(admin.list_blocked_guest_users(networkId=network)["blocklist"]) == 1
assert [h["count"] for h in admin.get_guest_user_history_count(networkId=network)["history"]] == ["1"]

# Friday: data retention, single sign-on, and the end.
admin.create_data_retention_bot(networkId=network)
refused(admin.update_data_retention, "BadRequestError", 400, networkId=network, actionType="ENABLE")
admin.create_data_retention_bot_challenge(networkId=network)
for action in ["ENABLE", "PUBKEY_MSG_ACK", "DISABLE"]:
    admin.update_data_retention(networkId=network, actionType=action)
assert admin.get_data_retention_bot(networkId=network)["isPubkeyMsgAcked"] is True
admin.delete_data_retention_bot(networkId=network)
issuer = "https://login.example.com"
admin.register_oidc_config_test(networkId=network, issuer=issuer, scopes="openid")
admin.register_oidc_config(networkId=network, companyId="harbor", issuer=issuer, scopes="openid", secret="x")
assert admin.get_oidc_info(networkId=network, code="c")["tokenInfo"]["tokenType"] == "Bearer"
if "RegisterOpentdfConfig" in KNOWN:
    provider = {"clientId": "c", "clientSecret": "x", "domain": "tdf.example.com", "provider": "Virtru"}
    admin.register_opentdf_config(networkId=network, **provider)
    found = admin.get_opentdf_config(networkId=network)
    assert {name: found[name] for name in provider} == provider, found
refused(admin.delete_security_group, "ForbiddenError", 403, networkId=network, groupId=default)
admin.delete_security_group(networkId=network, groupId=group)
gone = admin.batch_delete_user(networkId=network, userIds=[noor, "99999"])
assert [f["userId"] for f in gone["failed"]] == ["99999"], gone
first = admin.delete_network(networkId=network, clientToken="last")
assert admin.delete_network(networkId=network, clientToken="last")["message"] == first["message"]
refused(admin.get_network, "ResourceNotFoundError", 404, networkId=network)

if "--signed" in sys.argv:
    refused(client(secret="wrong").list_networks, "InvalidSignatureException", 403)
    refused(client(key="AKIDOTHER").list_networks, "UnauthorizedError", 401)

missing = KNOWN - CALLED
assert not missing, missing
print(len(CALLED), "operations: every operation that this SDK knows")
