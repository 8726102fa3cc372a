package contested.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** {@code /account-deleted}: where somebody is led who has left. The same words for everybody. */
@Named
@RequestScoped
public class AccountDeletedPage {}
