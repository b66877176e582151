#!/usr/bin/perl
# Fills an empty Request Tracker with what the tests of the adapter need, and prints its tokens and ids as JSON.
# The rights that the portal's account gets here are those that docs/request-tracker.md names, and no others.
use strict;
use warnings;
use utf8;
use RT;
use JSON;
use MIME::Entity;
use Encode;

RT::LoadConfig();
RT::Init();
my $system = RT->SystemUser;
my %made;

sub must { my ($id, @rest) = @_; die join(' ', 'seed:', grep { defined } @rest), "\n" unless $id; return $id }

sub load { my ($class, $name) = @_; my $it = $class->new($system); $it->Load($name); return $it }

# Queues: two that are for clients, one that is not.
my %queue;
for my $name ('Support', "Billing 'n' \\co", 'Internal') {
    my $key = (split / /, $name)[0];
    $queue{$key} = RT::Queue->new($system);
    must($queue{$key}->Create(Name => $name, CorrespondAddress => lc($key) . '@rt.example.test'));
}

sub person {
    my ($name, $real, $email, %more) = @_;
    my $user = RT::User->new($system);
    must($user->Create(Name => $name, RealName => $real, EmailAddress => $email, Privileged => 0, %more));
    return $user;
}
my %user = (
    owner    => person('olivia',    'Olivia Owner',  'owner@acme.example'),
    tech     => person('tessa',     'Tessa Tech',    'tech@acme.example'),
    billing  => person('bruno',     'Bruno Billing', 'billing@acme.example'),
    stranger => person('warehouse@acme.example', '', 'warehouse@acme.example'),
    globex   => person('gita',      'Gita Globex',   'owner@globex.example'),
    agent    => person('nora-secret-login', 'Nora Lind', 'nora-secret-address@rt.example.test', Privileged => 1),
    portal   => person('portal',    'Client portal', 'portal@rt.example.test', Privileged => 1),
);

# A group stands for each client, and is the member of a role of each of its tickets.
my %group;
for my $name ('acme', 'globex') {
    $group{$name} = RT::Group->new($system);
    must($group{$name}->CreateUserDefinedGroup(Name => "client-$name"));
    $made{groups}{$name} = $group{$name}->id + 0;
}
# Several values, as a role for one takes no group.
my $role = RT::CustomRole->new($system);
must($role->Create(Name => 'Client company', MaxValues => 0));
$role->AddToObject($_->id) for values %queue;

sub grant { my ($principal, $object, @rights) = @_; must($principal->GrantRight(Right => $_, Object => $object)) for @rights }
for my $key ('Support', 'Billing') {
    grant($user{portal}->PrincipalObj, $queue{$key}, qw(SeeQueue ShowTicket CreateTicket ReplyToTicket ModifyTicket CloseTicket));
}
grant($user{portal}->PrincipalObj, RT->System, 'ManageAuthTokens');
grant($user{agent}->PrincipalObj, RT->System, qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket
    OwnTicket DeleteTicket CloseTicket ManageAuthTokens));
my $everyone = RT::Group->new($system);
$everyone->LoadSystemInternalGroup('Everyone');
grant($everyone->PrincipalObj, $_, 'CreateTicket') for values %queue;
for my $each (values %queue) {
    for my $type ('Requestor', 'Cc') {
        my $members = $each->RoleGroup($type);
        $members->CreateRoleGroup(Name => $type, Object => $each) unless $members->id;
        grant($members->PrincipalObj, $each, 'ReplyToTicket');
    }
}

for my $who (qw(portal agent owner)) {
    grant($user{$who}->PrincipalObj, RT->System, 'ManageAuthTokens') if $who eq 'owner';
    my ($id, $message, $token) = RT::AuthToken->new($system)->Create(Owner => $user{$who}->id, Description => 'test');
    $made{tokens}{$who} = must($id, $message) && $token;
}

sub as { my $user = RT::CurrentUser->new($system); $user->LoadById($user{ $_[0] }->id); return $user }

sub text { return MIME::Entity->build(Type => 'text/plain', Charset => 'UTF-8', Encoding => 'quoted-printable', Data => encode('UTF-8', $_[0])) }

sub ticket {
    my ($name, $subject, %more) = @_;
    my $queue  = delete $more{queue} || 'Support';
    my $client = delete $more{client};
    my $words  = delete $more{text} || "The first words of $name.";
    my $ticket = RT::Ticket->new($system);
    my ($id, undef, $message) = $ticket->Create(
        Queue => $queue{$queue}->id, Subject => $subject, MIMEObj => text($words),
        ($client ? ('RT::CustomRole-' . $role->id => [ $group{$client}->PrincipalId ]) : ()), %more,
    );
    must($id, $message);
    $made{tickets}{$name} = $id + 0;
    my $agents = RT::Ticket->new(as('agent'));
    $agents->Load($id);
    must($agents->Comment(MIMEObj => text("PRIVATE-SECRET-$id: a difficult client")));
    return $agents;
}
sub requestor { return (Requestor => [ map { $user{$_}->id } @_ ]) }

my $png = pack('H*', '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0000003010100c9fe92ef0000000049454e44ae426082');
my $pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

# One with everything: both sides, a mail with a picture in its text, a file with letters beyond Latin-1, and a private file.
my $slow = ticket('slow', 'The shop – žluťoučký kůň – is slow [rt.example.test #1]', client => 'acme', requestor('owner'), Cc => [ $user{tech}->id ], Priority => 73);
must($slow->Correspond(MIMEObj => text("Which page is it?\r\n\r\nNora")));
{
    my $mixed = MIME::Entity->build(Type => 'multipart/mixed');
    my $related = MIME::Entity->build(Type => 'multipart/related', Top => 0);
    $related->attach(Type => 'text/html', Charset => 'UTF-8', Encoding => '8bit',
        Data => encode('UTF-8', '<p>All pages &ndash; <b>see</b> <img src="cid:shot@x"><script>alert(1)</script></p><div class="gmail_quote">Which page is it?</div>'));
    $related->attach(Type => 'image/png', Id => '<shot@x>', Disposition => 'inline', Filename => 'shot.png', Encoding => 'base64', Data => $png);
    $mixed->add_part($related);
    $mixed->attach(Type => 'application/pdf', Filename => encode('MIME-Header', 'Příloha – 3.pdf'), Encoding => 'base64', Data => $pdf);
    my $own = RT::Ticket->new(as('owner'));
    $own->Load($made{tickets}{slow});
    must($own->Correspond(MIMEObj => $mixed));
    my $private = MIME::Entity->build(Type => 'multipart/mixed');
    $private->attach(Type => 'text/plain', Data => "PRIVATE-SECRET-$made{tickets}{slow} with a file");
    $private->attach(Type => 'application/pdf', Filename => 'PRIVATE-SECRET-margin.pdf', Encoding => 'base64', Data => $pdf);
    must($slow->Comment(MIMEObj => $private));
}

{
    my $all = RT::Attachments->new($system);
    $all->Limit(FIELD => 'Filename', VALUE => 'PRIVATE-SECRET-margin.pdf');
    $made{privateFile} = $all->First->id + 0;
}

my $moved = ticket('stalled', "100% of CPU_load \\ 'quoted' \"double\"", client => 'acme', requestor('tech'), queue => 'Billing');
$moved->Correspond(MIMEObj => text('We wait for a part.'));
must($moved->SetStatus('stalled'));
my $done = ticket('resolved', 'Solved already', client => 'acme', requestor('owner'));
must($done->Correspond(MIMEObj => text('It is done.')));
must($done->SetStatus('resolved'));
my $no = ticket('rejected', 'Not for us', client => 'acme', requestor('owner'));
must($no->SetStatus('rejected'));
my $gone = ticket('deleted', 'DELETED-SECRET', client => 'acme', requestor('owner'), text => 'DELETED-SECRET words');
must($gone->SetStatus('deleted'));
ticket('by-mail', 'From the warehouse', client => 'acme', requestor('stranger'));
ticket('internal', 'INTERNAL-SECRET', client => 'acme', requestor('owner'), queue => 'Internal', text => 'INTERNAL-SECRET words');
ticket('nobodys', 'NOBODYS-SECRET', requestor('owner'), text => 'NOBODYS-SECRET words');
ticket('globex', 'FOREIGN-SECRET', client => 'globex', requestor('globex'), text => 'FOREIGN-SECRET words');
ticket('merged', 'The shop again', client => 'acme', requestor('owner'), text => 'The same once more.');
{
    my $ticket = load('RT::Ticket', $made{tickets}{merged});
    must($ticket->MergeInto($made{tickets}{slow}));
    my $links = load('RT::Ticket', $made{tickets}{slow});
    $links->AddLink(Type => 'RefersTo', Target => $made{tickets}{globex});
}

print JSON->new->canonical->ascii->encode(\%made);
