FROM python:3.12-slim-bookworm AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore

WORKDIR /src
RUN python -m venv /opt/signpost

# Before the code, so that a change of code does not install everything again.
COPY requirements/run.txt requirements/run.txt
RUN /opt/signpost/bin/python -m pip install --require-hashes --requirement requirements/run.txt

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY cogs cogs
# What was needed to install is not needed to run: pip and the build backend go last.
RUN /opt/signpost/bin/python -m pip install --no-deps --no-build-isolation . \
    && /opt/signpost/bin/python -m pip check \
    && /opt/signpost/bin/python -m pip uninstall --yes setuptools pip
# An image points to no number whose review is overdue.
RUN /opt/signpost/bin/signpost knowledge lint --release


FROM python:3.12-slim-bookworm

LABEL org.opencontainers.image.title="Signpost" \
      org.opencontainers.image.description="Answers pasted kratom pitches on Discord with one neutral note that points to evidence-based help." \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT"

# A fixed number, so that a volume's files keep their owner from one image to the next.
RUN python -m pip uninstall --yes --root-user-action=ignore pip \
    && groupadd --gid 10001 signpost \
    && useradd --uid 10001 --gid signpost --no-log-init --no-create-home --home-dir /data \
       --shell /usr/sbin/nologin signpost \
    && install --directory --owner signpost --group signpost --mode 0700 /data

COPY --from=build /opt/signpost /opt/signpost

ENV PATH="/opt/signpost/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SIGNPOST_DATABASE_URL="sqlite+aiosqlite:////data/signpost.db" \
    SIGNPOST_HEALTH_PORT="8080"

USER 10001:10001
WORKDIR /data
VOLUME /data

# Fails when the gateway connection is down. The first minute is for logging in.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["signpost", "health"]

STOPSIGNAL SIGTERM
ENTRYPOINT ["signpost"]
CMD ["run"]
