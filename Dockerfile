# A desk as a container image: `docker build -t report-desk .`; OPERATIONS.md says how to run it.
# The server runs its TypeScript as it is, so only the browser app is built. test/release/image.test.ts plays these lines.
ARG NODE_IMAGE=node:24.21-slim

# The browser app, made with every development package.
FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY index.html vite.config.ts tsconfig.json tsconfig.base.json ./
COPY public ./public
# vite.config.ts configures the tests, too, and imports one of their files; tsconfig.json refers to their types.
COPY test/tsconfig.json ./test/
COPY test/support/chromium.ts ./test/support/
COPY src ./src
RUN npm run build

# What the server imports, and nothing else: not the Node that development brings along as an optional package.
FROM ${NODE_IMAGE} AS packages
WORKDIR /packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE} AS desk
LABEL org.opencontainers.image.title="Report Desk" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=packages /packages/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY --from=build /build/dist-fr ./dist-fr
COPY package.json LICENSE CHANGELOG.md ./
COPY src/contract ./src/contract
COPY src/ledger ./src/ledger
COPY src/upstream ./src/upstream
COPY src/forwarding ./src/forwarding
COPY src/gateway ./src/gateway
COPY src/sandbox ./src/sandbox
RUN mkdir -m 700 /data && chown node:node /data
# Listening to others needs DESK_ACCESS_TOKEN(_FILE) and DESK_PUBLIC_ORIGIN as well; without them the desk does not start.
ENV NODE_ENV=production DESK_HOST=0.0.0.0 DESK_PORT=4600 DESK_DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 4600
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 CMD ["node", "src/gateway/health.ts"]
CMD ["node", "src/gateway/main.ts"]
