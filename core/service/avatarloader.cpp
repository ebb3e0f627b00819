// SPDX-License-Identifier: MIT
#include "core/service/avatarloader.h"

#include "core/net/picturefetcher.h"

namespace roster {

namespace {

//! Whoever scrolls on does not want them any more.
constexpr qsizetype mostWaiting = 32;
constexpr qsizetype mostUseless = 1000;

//! Asking again would be answered the same.
bool isFinal(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::Forbidden ||
           kind == ErrorKind::Invalid;
}

} // namespace

AvatarLoader::AvatarLoader(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_files(options.folder, options.mostKept)
{
    PictureDownload::Rules rules;
    rules.deadline = options.deadline;
    rules.allowsLoopback = options.allowsLoopback;
    m_fetcher = std::make_unique<PictureFetcher>(rules);
    m_pool.setMaxThreadCount(1);
    if (!m_files.prepare())
        m_files = AvatarFiles();
}

AvatarLoader::~AvatarLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void AvatarLoader::setEnabled(bool isEnabled)
{
    if (isEnabled == m_isEnabled)
        return;
    m_isEnabled = isEnabled;
    m_waiting.clear();
    Q_EMIT enabledChanged(isEnabled);
}

void AvatarLoader::want(const QUrl &url)
{
    if (!m_isEnabled || m_useless.contains(url) || m_running.contains(url) ||
        !PictureDownload::isAllowed(url, m_options.allowsLoopback))
        return;
    m_waiting.removeAll(url);
    m_waiting.append(url);
    if (m_waiting.size() > mostWaiting)
        m_waiting.removeFirst();
    pump();
}

bool AvatarLoader::clear()
{
    m_waiting.clear();
    m_useless.clear();
    m_pool.clear();
    m_pool.waitForDone();
    const bool isGone = m_files.clear();
    m_files = AvatarFiles();
    return isGone;
}

void AvatarLoader::pump()
{
    while (m_running.size() < m_options.mostAtOnce && !m_waiting.isEmpty())
        start(m_waiting.takeLast());
}

void AvatarLoader::start(const QUrl &url)
{
    m_running.insert(url);
    // The pool is waited for before this goes.
    m_pool.start([this, url, files = m_files] {
        const QByteArray kept = files.read(url);
        QMetaObject::invokeMethod(
            this,
            [this, url, kept] {
                if (!isPicture(kept))
                    return download(url);
                took(url, kept);
            },
            Qt::QueuedConnection);
    });
}

void AvatarLoader::download(const QUrl &url)
{
    if (!m_isEnabled)
        return ended(url);
    m_fetcher->fetch(url, [this, url](const Result<QByteArray> &bytes) {
        if (bytes && isPicture(*bytes)) {
            m_pool.start(
                [url, bytes = *bytes, files = m_files]() mutable { files.write(url, bytes); });
            return took(url, *bytes);
        }
        if ((bytes || isFinal(bytes.error().kind)) && m_useless.size() < mostUseless)
            m_useless.insert(url);
        ended(url);
    });
}

void AvatarLoader::took(const QUrl &url, const QByteArray &bytes)
{
    ended(url);
    if (m_isEnabled)
        Q_EMIT ready(url, bytes);
}

void AvatarLoader::ended(const QUrl &url)
{
    m_running.remove(url);
    pump();
}

bool AvatarLoader::isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff") ||
           bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a") ||
           (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
}

} // namespace roster
