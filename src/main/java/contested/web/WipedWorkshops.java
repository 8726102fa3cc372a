package contested.web;

import contested.workshop.WipeService;
import contested.workshop.WipedWorkshop;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** On the page of the log: that workshops were wiped, and with them decisions. */
@Named
@RequestScoped
public class WipedWorkshops {

    @Inject
    private WipeService service;

    @Inject
    private Visitor visitor;

    @Inject
    private Text text;

    private List<WipedWorkshop> all = List.of();

    @PostConstruct
    void load() {
        all = service.log(visitor.actor());
    }

    public List<WipedWorkshop> getAll() {
        return all;
    }

    public String line(WipedWorkshop wiped) {
        String at = text.moment(wiped.wipedAt());
        return wiped.wipedBy()
                .map(by ->
                        text.with("desk.log.wiped.line", at, by.pseudonym().orElseGet(() -> text.get("desk.erased"))))
                .orElseGet(() -> text.with("desk.log.wiped.demonstration", at));
    }
}
