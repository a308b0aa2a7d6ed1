package org.truceline.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which reports of a chronicle are accounts of which agreement, as the files of agreements say; of one import. */
final class AccountIndex {
    private final Map<String, String> agreementByAccount = new HashMap<>();

    void add(String agreement, List<String> accounts) {
        accounts.forEach(account -> agreementByAccount.put(account, agreement));
    }

    Optional<String> findAgreement(String account) {
        return Optional.ofNullable(agreementByAccount.get(account));
    }
}
