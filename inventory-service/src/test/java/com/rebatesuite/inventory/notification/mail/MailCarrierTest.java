package com.rebatesuite.inventory.notification.mail;

import static com.rebatesuite.inventory.notification.NoticeFixture.message;
import static com.rebatesuite.inventory.notification.NoticeFixture.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.rebatesuite.inventory.notification.Carrier.Objection;
import com.rebatesuite.inventory.notification.NotCarried;
import com.rebatesuite.inventory.notification.NoticeFixture;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real mail server gets what is to be said. */
class MailCarrierTest {

    private static final UUID ID = UUID.fromString("019b76da-a800-7000-8000-00000000000a");

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @BeforeEach
    void start() {
        server.start();
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        beans.addBean("sender", sender);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void saysWhatHasHappenedToEverybodyOnTheList() throws Exception {
        var channel = NoticeFixture.mail(new UUID(0, 1), "olga@shop.example, otto@shop.example");
        carrier().carry(message(ID, channel, 1));

        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("[stock] TEA-100 at main is low: 8 available");
        assertThat(mails[0].getFrom()[0]).hasToString("stock@shop.example");
        assertThat(mails[0].getMessageID()).isEqualTo("<" + ID + "@stock-alerts>");
        assertThat(Arrays.toString(mails[0].getAllRecipients())).contains("olga@shop.example", "otto@shop.example");
        assertThat(mails[0].getContent().toString())
                .contains("category: groceries")
                .contains("reorder point: 10")
                .contains("out at the speed of the last hour: 2026-01-05T12:15:30Z");
    }

    @Test
    void putsSeveralAlertsIntoOneMail() throws Exception {
        carrier().carry(message(ID, NoticeFixture.mail(new UUID(0, 1), "olga@shop.example"), 3));

        var mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).isEqualTo("[stock] 3 alerts");
        assertThat(mails[0].getContent().toString().split("TEA-100 at main is low", -1))
                .hasSize(4);
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() {
        var carrier = carrier();
        server.stop();

        assertThatThrownBy(() -> carrier.carry(message(ID, NoticeFixture.mail(new UUID(0, 1), "olga@shop.example"), 1)))
                .isInstanceOf(NotCarried.class);
    }

    @Test
    void refusesWhatIsNoListOfAddresses() {
        for (var address :
                new String[] {"olga", "olga@", "a@b.example; c@d.example", "a@b.example\nBcc: c@d.example", ","}) {
            assertThat(carrier().objection(address))
                    .as(address)
                    .map(Objection::code)
                    .contains("address-refused");
        }
        assertThat(carrier().objection("olga@shop.example,otto@shop.example")).isEmpty();
    }

    @Test
    void saysSoWhenNoServerIsSetUp() {
        var none = new MailCarrier(
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), properties(10, 50, true));

        assertThat(none.objection("olga@shop.example"))
                .contains(new Objection(
                        true, "mail-not-set-up", "no mail server is set up (expected: spring.mail.host)"));
        assertThatThrownBy(() -> none.carry(message(ID, NoticeFixture.mail(new UUID(0, 1), "olga@shop.example"), 1)))
                .isInstanceOf(NotCarried.class)
                .hasMessageContaining("spring.mail.host");
    }

    private MailCarrier carrier() {
        return new MailCarrier(beans.getBeanProvider(JavaMailSender.class), properties(10, 50, true));
    }
}
