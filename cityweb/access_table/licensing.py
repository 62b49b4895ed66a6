"""Dossiers, the public register of licences and their verification."""

from cityweb.access_table.grammar import (
    ADMINISTRATORS,
    ANYONE,
    OFFICE_HEAD,
    Line,
    act,
    admin_model,
    form,
    read,
    roles,
)

# The register of licences is public as a whole, and anybody may ask whether a paper is genuine.
REGISTRARS = OFFICE_HEAD | roles("records_clerk")
APPLICANTS = roles("applicant")
FILERS = APPLICANTS | roles("one_stop_clerk")
DOSSIER_DESK = REGISTRARS | roles("one_stop_clerk officer director")
ARRANGERS = OFFICE_HEAD | ADMINISTRATORS | roles("director")
KEEPERS = REGISTRARS | roles("officer director")
TABLE: dict[str, Line] = {
    **admin_model(
        "licensing_procedureversion", ADMINISTRATORS, add=ADMINISTRATORS, change=ADMINISTRATORS
    ),
    "licensing_desk:dossiers": read(DOSSIER_DESK),
    "licensing_desk:dossier": read(DOSSIER_DESK),
    "licensing_desk:act": act(DOSSIER_DESK),
    "licensing_desk:paper": read(DOSSIER_DESK),
    "licensing_desk:preview": read(DOSSIER_DESK),
    "licensing_desk:export_csv": read(DOSSIER_DESK),
    "licensing_desk:export_xlsx": read(DOSSIER_DESK),
    "licensing_desk:bulk": act(DOSSIER_DESK),
    "licensing_desk:save_view": act(DOSSIER_DESK),
    "licensing_desk:drop_view": act(DOSSIER_DESK),
    "licensing_desk:stand_ins": {"GET": DOSSIER_DESK | ADMINISTRATORS, "POST": ARRANGERS},
    "licensing_desk:end_stand_in": act(ARRANGERS),
    "licensing_desk:enter": form(roles("one_stop_clerk")),
    "licensing_desk:procedures": read(DOSSIER_DESK),
    "licensing_desk:changing": read(KEEPERS),
    "licensing_desk:import": form(REGISTRARS),
    "licensing_desk:licences": read(KEEPERS),
    "licensing_desk:licence": read(KEEPERS),
    "licensing_desk:licence_act": act(OFFICE_HEAD | roles("officer")),
    "licensing_desk:takedowns": read(KEEPERS),
    "licensing_desk:proceedings": read(KEEPERS),
    "licensing_desk:proceeding": read(KEEPERS),
    "licensing_desk:proceeding_act": act(KEEPERS),
    "licensing_desk:proceeding_preview": read(KEEPERS),
    "licensing_desk:proceeding_paper": read(KEEPERS),
    "filing:licence": read(APPLICANTS),
    "filing:licence_act": act(APPLICANTS),
    "filing:start": read(ANYONE),
    "filing:procedure": read(ANYONE),
    "filing:mine": read(APPLICANTS),
    "filing:profile": form(APPLICANTS),
    "filing:begin": form(APPLICANTS),
    "filing:dossier": read(FILERS),
    "filing:fill": form(FILERS),
    "filing:papers": read(FILERS),
    "filing:attach": act(FILERS),
    "filing:detach": act(FILERS),
    "filing:check": form(FILERS),
    "filing:discard": act(FILERS),
    "filing:answer": act(FILERS),
    "filing:withdraw": act(FILERS),
    "filing:write": act(FILERS),
    "filing:paper": read(FILERS),
    "lookup:look_up": read(ANYONE),
    "licensing:licences": read(ANYONE),
    "licensing:licence": read(ANYONE),
    "licensing:paper": read(ANYONE),
    "licensing:version": read(ANYONE),
    "licensing:feed": read(ANYONE),
    "licensing:csv": read(ANYONE),
    "licensing:json": read(ANYONE),
    "licensing:seals": read(ANYONE),
    "licensing:seal_list": read(ANYONE),
    "verify:start": read(ANYONE),
    "verify:file": act(ANYONE),
    "verify:authorities": read(ANYONE),
    "verify:code": read(ANYONE),
    "verify:code_with_slash": read(ANYONE),
}
