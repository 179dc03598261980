package com.rebatesuite.inventory.notification.mail;

import com.rebatesuite.inventory.notification.Message;
import com.rebatesuite.inventory.notification.Notice;
import java.util.stream.Collectors;

/** What a mail says. */
final class MailText {

    private MailText() {}

    static String subject(Message message) {
        var notices = message.notices();
        return notices.size() == 1
                ? "[stock] " + headline(notices.getFirst())
                : "[stock] " + notices.size() + " alerts";
    }

    static String body(Message message) {
        return message.notices().stream().map(MailText::paragraph).collect(Collectors.joining("\n"));
    }

    private static String headline(Notice notice) {
        var facts = notice.facts();
        // Nothing in a name may begin another header line.
        var level = (facts.sku() + " at " + facts.location()).replaceAll("\\p{Cntrl}", " ");
        return level + (notice.told().equals("recovered") ? " has recovered" : " is " + notice.told()) + ": "
                + facts.available() + " available";
    }

    private static String paragraph(Notice notice) {
        var facts = notice.facts();
        var text = new StringBuilder(headline(notice)).append('\n');
        line(text, "at", facts.occurredAt());
        line(text, "category", facts.category());
        line(text, "reorder point", facts.reorderPoint());
        line(text, "safety stock", facts.safetyStock());
        if (facts.projectedOutAt() != null && facts.clearedAt() == null) {
            line(text, "out at the speed of the last hour", facts.projectedOutAt());
        }
        line(text, "alert", facts.alertId());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("  ").append(name).append(": ").append(value).append('\n');
    }
}
