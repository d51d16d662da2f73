"""Reading and writing the bodies of the loopback's requests and answers."""

import json
from typing import TypeAlias

from aiohttp import BodyPartReader, web

from .cdn import Served
from .refusals import RefusalError
from .state import Json

Files: TypeAlias = list[tuple[str, Served]]


def answer(data: object, status: int = 200) -> web.Response:
    """Answer in JSON; discord.py knows the content type only without a charset."""
    return web.Response(
        body=json.dumps(data).encode(), status=status, headers={"Content-Type": "application/json"}
    )


async def read(request: web.Request) -> tuple[Json, Files]:
    """Read the fields of a request and its uploaded files. Raises RefusalError for what is not JSON."""
    try:
        if request.content_type != "multipart/form-data":
            return json.loads(await request.text() or "{}"), []
        payload: Json = {}
        files: Files = []
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name == "payload_json":
                payload = json.loads(await part.text())
            elif isinstance(part, BodyPartReader):
                body = bytes(await part.read())
                files.append(
                    (part.filename or "unknown", Served(body, content_type=part.headers.get("Content-Type")))
                )
    except json.JSONDecodeError as error:
        raise RefusalError(400, 50109, "The request body contains invalid JSON.") from error
    return payload, files
