# Two stages: the build with Maven, then a small image with a Java runtime and the portal.
#   docker build -t contested .
#   docker run -p 8080:8080 -v contested:/data contested
# Each base image is an argument, so that a mirror or an image of one's own can take its place.
ARG BUILD_IMAGE=docker.io/library/maven:3-eclipse-temurin-17
ARG RUNTIME_IMAGE=docker.io/library/eclipse-temurin:17-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
# The dependencies change less often than the code: this layer is kept.
COPY pom.xml ./
RUN mvn -q -B -Dmaven.test.skip=true dependency:go-offline || true
COPY LICENSE ./
COPY seeds seeds
COPY src src
COPY webapp webapp
# Documents are installed where the portal runs, never baked into an image.
RUN rm -rf seeds/documents \
    && mvn -q -B -Dmaven.test.skip=true -Drelease.skip=true package

FROM ${RUNTIME_IMAGE}
# Numbers, so that a platform can tell that this is not root; nobody needs a name or a home.
ARG UID=10001
COPY --from=build /build/target/contested /opt/contested
RUN mkdir /data && chown ${UID}:0 /data && chmod 0770 /data \
    # Readable for any account a platform may choose.
    && chmod -R a+rX /opt/contested
USER ${UID}
# All that is written is here: database, secrets, log, temporary files. The rest may be read-only.
ENV CONTESTED_DATA=/data
VOLUME /data
EXPOSE 8080
# "documents" mounted here are installed at start; see docs/operate.md.
ENV CONTESTED_DOCUMENTS=/documents
HEALTHCHECK --interval=30s --timeout=10s --start-period=90s --retries=3 CMD ["/opt/contested/bin/contested", "status"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/contested/bin/contested"]
CMD ["start"]
