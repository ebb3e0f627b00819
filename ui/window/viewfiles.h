// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>

namespace roster {

class Prompts;
class SavedViews;
class ToastStack;

//! Saved views to a file and back, with words about it.
class ViewFiles : public QObject
{
    Q_OBJECT

public:
    ViewFiles(SavedViews &views, Prompts &prompts, ToastStack &toasts, QObject *parent);

    //! Asks for a file and writes every view to it.
    void exportViews();
    //! Asks for a file and adds its views.
    void importViews();

private:
    void write(const QString &path);
    void read(const QString &path);

    SavedViews &m_views;
    Prompts &m_prompts;
    ToastStack &m_toasts;
};

} // namespace roster
