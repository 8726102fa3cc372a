package contested.web;

import contested.moderation.DecisionKind;
import contested.moderation.ThreadRemark;
import contested.moderation.ThreadRemarkService;
import contested.shared.Slug;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why the comment that its author changes came back to them: what the form says before all else. */
@Named
@RequestScoped
public class EditRemark {

    /** The decisions after which an author may send the comment again. */
    private static final Set<DecisionKind> RETURNS = EnumSet.of(DecisionKind.SEND_BACK, DecisionKind.DECLINE);

    @Inject
    private ThreadRemarkService service;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    private @Nullable ThreadRemark remark;

    @PostConstruct
    void load() {
        remark = address.parameter(CommentPage.EDIT, Slug::parse)
                .map(edited ->
                        service.remarksFor(visitor.actor(), List.of(edited)).get(edited))
                .filter(found -> RETURNS.contains(found.kind()))
                .orElse(null);
    }

    /** Null where it did not come back. */
    public @Nullable ThreadRemark getRemark() {
        return remark;
    }
}
