package contested.web;

import contested.access.Permission;
import contested.operation.DocumentDeskService;
import contested.operation.DocumentDeskService.Holding;
import contested.passage.Resolution;
import contested.shared.Slug;
import contested.shared.UserFacingException;
import contested.source.FullText;
import contested.source.SourceReport;
import contested.source.UploadedDocument;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /admin/documents}: texts of sources are sent in, and for each is said what is here and who reads it whole. */
@Named
@RequestScoped
public class AdminDocumentsPage implements FormPage {

    private static final String DOCUMENT = "document";
    private static final String SOURCE = "source";
    private static final List<String> DONE = List.of("installed", "unchanged", "opened");

    @Inject
    private DocumentDeskService documents;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    private @Nullable List<Holding> holdings;

    @PostConstruct
    void admit() {
        Permission.ADMINISTER.require(visitor.actor());
    }

    @Override
    public String submit() {
        if (form.has("do", "open")) {
            Slug source = Slug.parse(form.value(SOURCE)).orElseThrow(AdminDocumentsPage::foreign);
            documents.open(visitor.actor(), source, chosenReaders());
            return did("opened", source);
        }
        SourceReport report =
                documents.install(visitor.actor(), new UploadedDocument(sent())).get(0);
        boolean changed = report.received() == SourceReport.Received.INSTALLED;
        return did(changed ? "installed" : "unchanged", report.source());
    }

    /** The file, else what was pasted. */
    private byte[] sent() {
        Optional<byte[]> file = form.upload(DOCUMENT).map(Upload::bytes);
        return file.or(() -> form.find("pasted").map(text -> text.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new UserFacingException(DOCUMENT, "admin.documents.nothing"));
    }

    /** Null to let the portal's setting rule. */
    private @Nullable FullText chosenReaders() {
        String chosen = form.value("readers");
        if (chosen.isEmpty()) {
            return null;
        }
        return TypedValue.choice(FullText.class, chosen).orElseThrow(AdminDocumentsPage::foreign);
    }

    private static UserFacingException foreign() {
        return new UserFacingException("", "form.foreign");
    }

    private String did(String what, Slug source) {
        return links.to(Route.ADMIN_DOCUMENTS, "", Map.of("did", what, SOURCE, source.value())) + "#" + source;
    }

    public List<Holding> getHoldings() {
        if (holdings == null) {
            holdings = documents.holdings(visitor.actor());
        }
        return holdings;
    }

    /** What was done before this page, as a part of a message key; empty where nothing was. */
    public String getDone() {
        return form.isSent()
                ? ""
                : address.parameter("did", v -> Optional.of(v).filter(DONE::contains))
                        .filter(done -> getDoneTo().isPresent())
                        .orElse("");
    }

    /** The source to which it was done. */
    public Optional<Holding> getDoneTo() {
        return address.parameter(SOURCE, Slug::parse).flatMap(slug -> getHoldings().stream()
                .filter(h -> h.source().slug().equals(slug))
                .findFirst());
    }

    public List<FullText> getReaders() {
        return List.of(FullText.values());
    }

    /** Who reads full texts where nothing was decided for a source. */
    public FullText getByDefault() {
        return documents.byDefault();
    }

    public boolean isChosen(Holding holding, FullText readers) {
        return holding.source().fullText().filter(readers::equals).isPresent();
    }

    /** Those that are worth a word: where passages are not simply found. */
    public List<Resolution> getTroubles() {
        return List.of(Resolution.MOVED, Resolution.LOST);
    }

    public String numbers(List<Integer> paragraphs) {
        return String.join(", ", paragraphs.stream().map(String::valueOf).toList());
    }

    /** In megabytes. */
    public int getLimit() {
        return UploadServlet.MAX_FILE_MEGABYTES;
    }

    public String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
