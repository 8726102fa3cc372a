package contested.web;

import contested.access.Permission;
import contested.moderation.HouseRulesService;
import contested.shared.Language;
import contested.shared.NotFoundException;
import contested.shared.UserFacingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /moderation/replies}: what moderators often write to authors, ready for each rule. */
@Named
@RequestScoped
public class ModerationRepliesPage implements FormPage {

    @Inject
    private HouseRulesService houseRules;

    @Inject
    private Visitor visitor;

    @Inject
    private Address address;

    @Inject
    private Form form;

    @Inject
    private Links links;

    @PostConstruct
    void admit() {
        Permission.MODERATE.require(visitor.actor());
    }

    @Override
    public String submit() {
        if (form.find("remove").isPresent()) {
            remove(form.value("remove"));
            return did("removed");
        }
        Language language =
                Language.of(form.value("language")).orElseThrow(() -> new UserFacingException("", "form.foreign"));
        houseRules.saveReply(visitor.actor(), form.value("rule"), language, form.value("text"));
        return did("saved");
    }

    /** One that a colleague has removed meanwhile is gone all the same. */
    private void remove(String reply) {
        long id = TypedValue.number(reply).orElseThrow(() -> new UserFacingException("", "form.foreign"));
        try {
            houseRules.removeReply(visitor.actor(), id);
        } catch (NotFoundException e) {
            throw new UserFacingException("", "desk.reply.gone");
        }
    }

    private String did(String what) {
        return links.to(Route.MODERATION_REPLIES, "", Map.of("did", what));
    }

    /** What was done before this page, as a part of a message key; empty where nothing was. */
    public String getDone() {
        return form.isSent()
                ? ""
                : address.parameter("did", v -> Optional.of(v).filter(List.of("saved", "removed")::contains))
                        .orElse("");
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** The one that was chosen, else that of the page. */
    public boolean isChosen(Language language) {
        return form.isSent() ? form.has("language", language.tag()) : language == address.getLanguage();
    }
}
