package com.rebatesuite.inventory.notification.mail;

import com.rebatesuite.inventory.notification.Carrier;
import com.rebatesuite.inventory.notification.ChannelType;
import com.rebatesuite.inventory.notification.Message;
import com.rebatesuite.inventory.notification.NotCarried;
import com.rebatesuite.inventory.notification.NotificationProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends what is waiting for a channel as one mail in plain words. */
@Component
class MailCarrier implements Carrier {

    private static final String NOT_SET_UP = "no mail server is set up (expected: spring.mail.host)";
    private static final int MOST_ADDRESSES = 50;

    private final @Nullable JavaMailSender sender;
    private final NotificationProperties properties;

    MailCarrier(ObjectProvider<JavaMailSender> sender, NotificationProperties properties) {
        this.sender = sender.getIfAvailable();
        this.properties = properties;
    }

    @Override
    public ChannelType type() {
        return ChannelType.MAIL;
    }

    @Override
    public Optional<Objection> objection(String address) {
        if (sender == null) {
            return Optional.of(new Objection(true, "mail-not-set-up", NOT_SET_UP));
        }
        try {
            var addresses = addresses(address);
            return addresses.length >= 1 && addresses.length <= MOST_ADDRESSES
                    ? Optional.empty()
                    : refused(addresses.length + " addresses (expected: 1 to " + MOST_ADDRESSES + ")");
        } catch (AddressException unreadable) {
            return refused(address + " (expected: mail addresses with commas between them)");
        }
    }

    @Override
    public void carry(Message message) {
        if (sender == null) {
            throw NotCarried.asSetUp(NOT_SET_UP);
        }
        try {
            sender.send(mail(message, sender.createMimeMessage()));
        } catch (MailException | MessagingException broken) {
            throw NotCarried.thisTime(String.valueOf(broken.getMessage()), broken);
        }
    }

    private MimeMessage mail(Message message, MimeMessage mail) throws MessagingException {
        mail.setFrom(new InternetAddress(properties.mailFrom()));
        mail.setRecipients(
                jakarta.mail.Message.RecipientType.TO,
                addresses(message.channel().address()));
        mail.setSubject(MailText.subject(message), "UTF-8");
        mail.setText(MailText.body(message), "UTF-8");
        // The same whenever it is sent again: by it a mailbox knows what it has already.
        mail.setHeader("Message-ID", "<" + message.id() + "@stock-alerts>");
        return mail;
    }

    private static InternetAddress[] addresses(String list) throws AddressException {
        var addresses = InternetAddress.parse(list, true);
        for (var address : addresses) {
            address.validate();
            if (!address.getAddress().contains("@")) {
                throw new AddressException("without a domain", address.getAddress());
            }
        }
        return addresses;
    }

    private static Optional<Objection> refused(String why) {
        return Optional.of(new Objection(false, "address-refused", "address: " + why));
    }
}
