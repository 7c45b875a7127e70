#!/usr/bin/python3
"""The lab's domain: provisions a Samba AD DC, and changes its database while the server is down.

Usage: lab.py build DIR ADDRESS          a new domain lab.test with the lab's cast
       lab.py build-child DIR ADDRESS    a new domain child.lab.test, which is a forest of its own until it is changed
       lab.py change DIR CHANGE...       one or more of the changes below
"""

import re
import subprocess
import sys

import ldb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

BASE = "DC=lab,DC=test"
CHILD = f"DC=child,{BASE}"
STAFF = f"OU=Staff,{BASE}"
TESS = f"CN=Tess,{STAFF}"
CONNECTOR = "MSOL_1a2b3c4d5e6f"

USER = "bf967aba-0de6-11d0-a285-00aa003049e2"
RESET = "00299570-246d-11d0-a768-00aa006e0529"
LOCKOUT_TIME = "28630ebf-41d5-11d1-a9c1-0000f80367c1"
PWD_LAST_SET = "bf967a0a-0de6-11d0-a285-00aa003049e2"
UNEXPIRE = "ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501"
CHANGE = "ab721a53-1e2f-11d0-9819-00aa0040529b"
ADMIN_COUNT = "bf967918-0de6-11d0-a285-00aa003049e2"


def provision(folder, address, realm, domain, host):
    subprocess.run(
        [
            "samba-tool", "domain", "provision", f"--realm={realm}", f"--domain={domain}", "--server-role=dc",
            "--dns-backend=SAMBA_INTERNAL", "--adminpass=Passw0rd!Lab", f"--targetdir={folder}", f"--host-name={host}",
            f"--host-ip={address}", "--use-rfc2307", "--option=bind interfaces only=yes",
            f"--option=interfaces={address}/8", f"--option=posix:eadb={folder}/eadb.tdb",
            "--option=vfs objects=dfs_samba4 acl_xattr xattr_tdb",
        ],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )


def build_child(folder, address):
    provision(folder, address, "CHILD.LAB.TEST", "CHILD", "dc3")
    db = opened(folder)
    # Whoever signs in to the root under this name is let in here as well, as in a forest.
    replace(db, f"CN=Administrator,CN=Users,{CHILD}", "userPrincipalName", "Administrator@lab.test")


def build(folder, address):
    provision(folder, address, "LAB.TEST", "LAB", "dc1")
    db = opened(folder)
    sid = db.get_domain_sid()
    db.create_ou(STAFF)
    for name, unit in [(CONNECTOR, None), ("Tess", "OU=Staff"), ("Reader", None)]:
        db.newuser(name, f"Us3r!Pass-{name}", userou=unit)
    # Helpdesk is in Tier2: whoever is in Helpdesk is in both.
    for group in ["Helpdesk", "Tier2"]:
        db.newgroup(group)
    db.add_remove_group_members("Helpdesk", [CONNECTOR])
    db.add_remove_group_members("Tier2", ["Helpdesk"])
    for right, kind in [(RESET, "CR"), (LOCKOUT_TIME, "WP"), (PWD_LAST_SET, "WP")]:
        add_entry(db, BASE, f"(OA;CIIO;{kind};{right};{USER};{sid_of(db, CONNECTOR)})")
    add_entry(db, BASE, f"(OA;;CR;{UNEXPIRE};;{sid_of(db, CONNECTOR)})")
    replace(db, BASE, "minPwdAge", "0")
    replace(db, "CN=DC1,OU=Domain Controllers," + BASE, "operatingSystem", "Windows Server 2022 Datacenter")
    replace(db, "CN=DC1,OU=Domain Controllers," + BASE, "operatingSystemVersion", "10.0 (20348)")


def opened(folder):
    lp = LoadParm()
    lp.load(f"{folder}/etc/smb.conf")
    return SamDB(url=f"{folder}/private/sam.ldb", session_info=system_session(), lp=lp)


def sid_of(db, name):
    found = db.search(BASE, scope=ldb.SCOPE_SUBTREE, expression=f"(sAMAccountName={name})", attrs=["objectSid"])
    return str(ndr_unpack(security.dom_sid, found[0]["objectSid"][0]))


def descriptor(db, dn):
    found = db.search(dn, scope=ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"], controls=["sd_flags:1:7"])
    return ndr_unpack(security.descriptor, found[0]["nTSecurityDescriptor"][0])


def write_list(db, dn, new):
    message = ldb.Message(ldb.Dn(db, dn))
    message["nTSecurityDescriptor"] = ldb.MessageElement(ndr_pack(new), ldb.FLAG_MOD_REPLACE, "nTSecurityDescriptor")
    db.modify(message, ["sd_flags:1:4"])


def add_entry(db, dn, sddl):
    """Adds an entry where canonical order wants it: denials first."""
    new = descriptor(db, dn)
    entries = security.descriptor.from_sddl(f"D:{sddl}", security.dom_sid(db.get_domain_sid())).dacl.aces
    for entry in entries:
        if sddl.startswith("(OD") or sddl.startswith("(D"):
            new.dacl_add(entry, 0)
        else:
            new.dacl_add(entry)
    write_list(db, dn, new)


def remove_entries(db, dn, right, trustee=None):
    """Removes every entry that names this right, for this trustee or for all."""
    domain = security.dom_sid(db.get_domain_sid())
    text = descriptor(db, dn).as_sddl(domain)
    entries = re.findall(r"\([^()]*\)", text[text.index("D:") :].split("S:")[0])
    flags = text[text.index("D:") :].split("(")[0]
    kept = [one for one in entries if right not in one or (trustee is not None and trustee not in one)]
    assert len(kept) < len(entries), f"{dn} has no entry for {right}"
    write_list(db, dn, security.descriptor.from_sddl(flags + "".join(kept), domain))


def close(db, dn):
    """Closes an object to entries from above, and leaves it to the administrators."""
    domain = security.dom_sid(db.get_domain_sid())
    sddl = "O:DAG:DAD:PAI(A;CI;RPWPCRCCDCLCLORCWOWDSDDTSW;;;DA)(A;CI;RPLCLORC;;;AU)"
    write_list(db, dn, security.descriptor.from_sddl(sddl, domain))


def sam_server(db, *closed_to):
    """Takes from these what everybody has on the samServer object."""
    dn = f"CN=Server,CN=System,{BASE}"
    domain = security.dom_sid(db.get_domain_sid())
    text = descriptor(db, dn).as_sddl(domain)
    for who in closed_to:
        entry = f"(A;;RPLCLORC;;;{who})"
        assert entry in text, f"{entry} in {text}"
        text = text.replace(entry, "")
    write_list(db, dn, security.descriptor.from_sddl(text, domain))


def replace(db, dn, attribute, value):
    message = ldb.Message(ldb.Dn(db, dn))
    message[attribute] = ldb.MessageElement(value, ldb.FLAG_MOD_REPLACE, attribute)
    db.modify(message, ["relax:0"])


def second_controller(db, version, pack):
    """A controller that stands in the directory only: nothing answers at its address."""
    db.add(
        {
            "dn": f"CN=DC2,OU=Domain Controllers,{BASE}", "objectClass": "computer", "sAMAccountName": "DC2$",
            "userAccountControl": "532480", "dNSHostName": "dc2.lab.test", "operatingSystem": "Windows Server 2008 R2",
            "operatingSystemVersion": version, "operatingSystemServicePack": pack,
        },
        ["relax:0"],
    )
    site = f"CN=Servers,CN=Default-First-Site-Name,CN=Sites,CN=Configuration,{BASE}"
    server = f"CN=DC2,{site}"
    db.add(
        {
            "dn": server, "objectClass": "server", "dNSHostName": "dc2.lab.test",
            "serverReference": f"CN=DC2,OU=Domain Controllers,{BASE}",
        },
        ["relax:0"],
    )
    db.add(
        {"dn": f"CN=NTDS Settings,{server}", "objectClass": ["applicationSettings", "nTDSDSA"], "options": "1"},
        ["relax:0"],
    )
    return f"CN=NTDS Settings,{server}"


def fine_grained(db, age, *applies_to):
    name = f"CN=Staff policy,CN=Password Settings Container,CN=System,{BASE}"
    db.add(
        {
            "dn": name, "objectClass": "msDS-PasswordSettings", "msDS-PasswordSettingsPrecedence": "10",
            "msDS-PasswordReversibleEncryptionEnabled": "FALSE", "msDS-PasswordHistoryLength": "0",
            "msDS-PasswordComplexityEnabled": "FALSE", "msDS-MinimumPasswordLength": "7",
            "msDS-MinimumPasswordAge": age, "msDS-MaximumPasswordAge": "-9223372036854775808",
            "msDS-LockoutThreshold": "0", "msDS-LockoutObservationWindow": "0", "msDS-LockoutDuration": "0",
            "msDS-PSOAppliesTo": list(applies_to or [TESS]),
        }
    )
    return name


DAY = "-864000000000"


def kerberos(folder, db, over_tls):
    """Lets tickets be shown over TLS. A domain made by hand lacks the name that clients ask a ticket for."""
    message = ldb.Message(ldb.Dn(db, f"CN=DC1,OU=Domain Controllers,{BASE}"))
    name = "servicePrincipalName"
    message[name] = ldb.MessageElement(["ldap/dc1.lab.test"], ldb.FLAG_MOD_ADD, name)
    db.modify(message)
    if not over_tls:
        return
    settings = f"{folder}/etc/smb.conf"
    with open(settings, encoding="utf-8") as file:
        text = file.read()
    # Samba, unlike Windows, takes TLS for no protection of such a sign-in unless it is told to.
    text = text.replace("[global]\n", "[global]\nldap server require strong auth = allow_sasl_over_tls\n", 1)
    with open(settings, "w", encoding="utf-8") as file:
        file.write(text)


def list_child(db):
    """Puts the other domain into the forest's list. Samba makes no second domain of a forest, so that the two know of
    each other only what a look asks for."""
    db.add(
        {
            "dn": f"CN=CHILD,CN=Partitions,CN=Configuration,{BASE}", "objectClass": "crossRef", "nCName": CHILD,
            "dnsRoot": "child.lab.test", "nETBIOSName": "CHILD", "systemFlags": "3",
        },
        ["relax:0"],
    )


def join_child(folder):
    """The other half: the child says that its forest is the root's."""
    raw = ldb.Ldb(f"{folder}/private/sam.ldb", flags=ldb.FLG_DONT_CREATE_DB, options=["modules:"])
    message = ldb.Message(ldb.Dn(raw, "@ROOTDSE"))
    name = "rootDomainNamingContext"
    message[name] = ldb.MessageElement(BASE, ldb.FLAG_MOD_REPLACE, name)
    raw.modify(message)


def crowd(db, count):
    """Users without passwords, all in one unit: more than a page of them."""
    unit = f"OU=Crowd,{BASE}"
    db.create_ou(unit)
    db.transaction_start()
    for number in range(count):
        name = f"c{number:05}"
        db.add({"dn": f"CN={name},{unit}", "objectClass": "user", "sAMAccountName": name})
    db.transaction_commit()


def population(db):
    """Users of each kind that a scan tells apart, besides Tess."""
    def user(name, unit="OU=Staff"):
        db.newuser(name, f"Us3r!Pass-{name}", userou=unit)
        return f"CN={name},{unit},{BASE}"

    for unit in ["OU=Sales", "OU=Closed", "OU=Denied", "OU=A\\+B,OU=Sales"]:
        db.create_ou(f"{unit},{BASE}")
    for name in ["Ann", "Ben", "Cem"]:
        user(name, "OU=Sales")
    user("Reserved", "OU=A\\+B,OU=Sales")
    # Entries for users do not reach it.
    db.add({"dn": f"CN=Person,OU=Sales,{BASE}", "objectClass": "inetOrgPerson", "sAMAccountName": "Person"})
    db.setpassword("(sAMAccountName=Person)", "Us3r!Pass-Person")
    db.enable_account("(sAMAccountName=Person)")
    user("Shut", "OU=Closed")
    close(db, f"OU=Closed,{BASE}")
    user("Forbidden", "OU=Denied")
    add_entry(db, f"OU=Denied,{BASE}", f"(OD;CIIO;CR;{RESET};{USER};{sid_of(db, 'Tier2')})")

    replace(db, user("Disabled"), "userAccountControl", "514")
    replace(db, user("Card"), "userAccountControl", "262656")
    replace(db, user("Expired"), "accountExpires", "132000000000000000")
    replace(db, user("Marked"), "adminCount", "1")
    add_entry(db, user("Singled"), f"(OD;;CR;{RESET};;{sid_of(db, CONNECTOR)})")
    close(db, user("Alone"))

    admin = user("Admin")
    db.add_remove_group_members("Domain Admins", ["Admin"])
    replace(db, admin, "adminCount", "1")
    close(db, admin)
    # On Windows a task closes these too within the hour.
    db.newgroup("Tier0")
    db.add_remove_group_members("Domain Admins", ["Tier0"])
    user("Nested")
    db.add_remove_group_members("Tier0", ["Nested"])
    primary = user("Primary")
    db.add_remove_group_members("Tier0", ["Primary"])
    replace(db, primary, "primaryGroupID", sid_of(db, "Tier0").rsplit("-", 1)[1])

    young, waiting = user("Young"), user("Waiting")
    replace(db, waiting, "pwdLastSet", "0")
    fine_grained(db, DAY, young, waiting)
    user("Awkward")
    # Who reads for us may not read everything.
    add_entry(db, f"OU=Sales,{BASE}", f"(OD;CIIO;RP;{ADMIN_COUNT};{USER};{sid_of(db, 'Reader')})")
    awkward = f"CN=Awk\\, \\\"W\\\" \\+\\<\\>\\;\\\\\\= O'Hara (*),{STAFF}"
    db.rename(ldb.Dn(db, f"CN=Awkward,{STAFF}"), ldb.Dn(db, awkward))


def change(folder, db, what):
    if what == "kerberos":
        kerberos(folder, db, over_tls=True)
    elif what == "sam-server-narrow":
        sam_server(db, "AU")
    elif what == "sam-server-closed":
        sam_server(db, "AU", "RU")
    elif what == "nobody-compatible":
        dn = f"CN=Pre-Windows 2000 Compatible Access,CN=Builtin,{BASE}"
        message = ldb.Message(ldb.Dn(db, dn))
        message["member"] = ldb.MessageElement([], ldb.FLAG_MOD_DELETE, "member")
        db.modify(message)
    elif what == "lists-child":
        list_child(db)
    elif what == "joined-to-root":
        join_child(folder)
    elif what == "kerberos-sealed":
        kerberos(folder, db, over_tls=False)
    elif what == "no-reset-password":
        remove_entries(db, BASE, RESET, sid_of(db, CONNECTOR))
    elif what == "no-lockout-time":
        remove_entries(db, BASE, LOCKOUT_TIME, sid_of(db, CONNECTOR))
    elif what == "no-pwd-last-set":
        remove_entries(db, BASE, PWD_LAST_SET, sid_of(db, CONNECTOR))
    elif what == "no-unexpire":
        # Authenticated Users hold it out of the box.
        remove_entries(db, BASE, UNEXPIRE)
    elif what == "denied-to-nested-group":
        add_entry(db, STAFF, f"(OD;CIIO;CR;{RESET};{USER};{sid_of(db, 'Tier2')})")
    elif what == "denied-to-strangers":
        add_entry(db, STAFF, f"(OD;CIIO;CR;{RESET};{USER};{sid_of(db, 'Domain Guests')})")
    elif what == "closed-unit":
        close(db, STAFF)
    elif what == "protected-user":
        # On Windows a task rewrites the list of every member within the hour; Samba has no such task.
        db.add_remove_group_members("Domain Admins", ["Tess"])
        replace(db, TESS, "adminCount", "1")
        close(db, TESS)
    elif what == "privileged-connector":
        db.add_remove_group_members("Domain Admins", [CONNECTOR])
    elif what == "minimum-age":
        replace(db, BASE, "minPwdAge", DAY)
    elif what == "fine-grained":
        fine_grained(db, DAY)
    elif what == "old-controller":
        second_controller(db, "6.1 (7601)", "Service Pack 1")
    elif what == "moved-pdc":
        replace(db, BASE, "fSMORoleOwner", second_controller(db, "6.1 (7601)", "Service Pack 1"))
    elif what == "hidden-controller":
        # Its account is there, its place in the list of sites is not.
        settings = second_controller(db, "6.1 (7601)", "Service Pack 1")
        db.delete(settings)
        db.delete(settings.split(",", 1)[1])
    elif what == "awkward-names":
        unit = ldb.Dn(db, STAFF)
        db.rename(ldb.Dn(db, TESS), ldb.Dn(db, f"CN=Tess\\, \\\"T\\\" \\+\\<\\>\\;\\\\\\= O'Hara (*),{unit}"))
    elif what == "cannot-change-password":
        add_entry(db, TESS, f"(OD;;CR;{CHANGE};;PS)(OD;;CR;{CHANGE};;WD)")
    elif what == "population":
        population(db)
    elif what == "crowd":
        crowd(db, 600)
    elif what == "disabled-user":
        replace(db, TESS, "userAccountControl", "514")
    else:
        sys.exit(f"lab: there is no change {what}")


if __name__ == "__main__":
    job, folder, *rest = sys.argv[1:]
    if job == "build":
        build(folder, *rest)
    elif job == "build-child":
        build_child(folder, *rest)
    else:
        database = opened(folder)
        for one in rest:
            change(folder, database, one)
