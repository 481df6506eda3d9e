"""The interface answers as its own description (OpenAPI) says, whatever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import sampled_from
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from clearlane.api.problems import MEDIA_TYPE
from clearlane.model.person import PersonRole
from tests.api.desk import DECLARANT, Counter, counter, message, risky

EXAMPLES = 25
ROLES: tuple[PersonRole, ...] = get_args(PersonRole)
CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """An office on disk with something in it."""
    folder = tmp_path_factory.mktemp("described")
    with counter(folder, store=f"sqlite:///{folder}/office.db", requests_per_minute=0) as made:
        for body in (message("R-1"), message("R-2", TypeCode="ZZZ"), risky("R-3", "IMD")):
            made.trader.post("/v1/declarations", content=body)
        for role in ROLES:
            made.token(role, DECLARANT if role in ("trader", "broker") else f"K-{role}")
        yield made


@pytest.fixture(scope="module")
def described(office: Counter) -> Any:
    return schemathesis.openapi.from_asgi("/v1/openapi.json", office.app)


OPERATIONS = (
    "lodge", "listDeclarations", "getDeclaration", "getFindings", "getNotices", "getContent", "getGeneration", "getDifferences",
    "getExplanation", "getFacts", "getMessage", "getHealth", "getSchema", "getProblemKind", "getTariff", "searchTariff", "getTariffLine",
    "estimate", "getEstimate", "getDraws", "verifyDraw", "getRiskProfiles", "writeRiskProfile", "recordResult", "getEstimates",
    "openParties", "supplyDocument", "listDocuments", "getDocument", "givePermit", "withdrawPermit", "getPermit",
    "getStatus", "bind", "answer", "askExtension", "subscribe", "listWebhooks", "unsubscribe",
    "listCertificates", "issueCertificate", "getCertificate", "getCertificateCode", "getCertificatePaper", "withdrawCertificate",
    "checkCertificate",
)  # fmt: skip


WITHOUT_PARAMETERS = ("getHealth", "getSchema", "getTariff", "getDraws", "getRiskProfiles", "listWebhooks")
ASKED = [(name, GenerationMode.POSITIVE) for name in OPERATIONS]
ASKED += [(name, GenerationMode.NEGATIVE) for name in OPERATIONS if name not in WITHOUT_PARAMETERS]


@pytest.mark.parametrize(("name", "mode"), ASKED, ids=lambda part: getattr(part, "value", part))
def test_a_route_answers_as_described_whatever_anyone_asks(name: str, mode: GenerationMode, described: Any, office: Counter) -> None:
    @given(case=described.find_operation_by_id(name).as_strategy(generation_mode=mode), token=sampled_from(office.given))
    @settings(max_examples=EXAMPLES, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    def ask(case: Any, token: str) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)

    ask()


MESSAGES = (message("S-1"), message("S-2", TypeCode="ZZZ"), message("S-1"), b"[" + message("S-3") + b",{}]", message("S-1", TypeCode="EXA"))


def test_answers_to_real_messages_are_as_described(described: Any, office: Counter) -> None:
    answers = [office.trader.post("/v1/declarations", content=body) for body in MESSAGES]
    assert [answer.status_code for answer in answers] == [201, 201, 200, 200, 409]
    for answer in answers:
        described.find_operation_by_id("lodge").validate_response(answer)


def test_the_messages_shown_in_the_description_can_be_lodged(office: Counter) -> None:
    shown = office.app.openapi()["paths"]["/v1/declarations"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    taken = [office.officer.post("/v1/declarations", json=example["value"]).json()["taken"] for example in shown.values()]
    assert taken == [True, True]


READ = ("", "/status", "/findings", "/notices", "/explanation", "/differences")


@pytest.mark.parametrize("part", READ)
def test_answers_about_real_declarations_are_as_described(part: str, described: Any, office: Counter) -> None:
    operation = described["/v1/declarations/{name}" + part]["GET"]
    for reference in ("R-1", "R-2", "R-3"):
        for client in (office.trader, office.officer):
            operation.validate_response(client.get(f"/v1/declarations/{reference}{part}"))


def operations(office: Counter) -> list[tuple[str, dict[str, Any]]]:
    return [(path, operation) for path, methods in office.app.openapi()["paths"].items() for operation in methods.values()]


def test_the_description_is_openapi_3_1_and_names_every_operation(office: Counter) -> None:
    assert office.app.openapi()["openapi"].startswith("3.1")
    names = [operation["operationId"] for _, operation in operations(office)]
    assert sorted(names) == sorted(OPERATIONS)


def test_every_refusal_described_is_a_problem(office: Counter) -> None:
    refusals = [
        (path, status, answer)
        for path, operation in operations(office)
        for status, answer in operation["responses"].items()
        if status >= "400"
    ]
    assert len(refusals) > 40
    assert not [(path, status) for path, status, answer in refusals if list(answer["content"]) != [MEDIA_TYPE]]


def test_everything_but_the_public_is_described_as_needing_a_token(office: Counter) -> None:
    public = {path for path, operation in operations(office) if not operation.get("security")}
    tariff = {"/v1/tariff", "/v1/tariff/search", "/v1/tariff/lines/{code}", "/v1/tariff/estimate"}
    draw = {"/v1/risk/draws", "/v1/risk/draws/verify"}
    assert public == {"/v1/health", "/v1/schema", "/v1/problems/{kind}", "/v1/certificates/check", *tariff, *draw}


def test_decimals_are_described_as_texts_with_a_pattern(office: Counter) -> None:
    amount = office.app.openapi()["components"]["schemas"]["Money"]["properties"]["amount"]
    assert (amount["type"], amount["pattern"]) == ("string", r"^-?[0-9]+(\.[0-9]+)?$")
